import HTTPTypes
import Hummingbird

/// What every answer tells the browser to refuse, and the refusal of requests for another server's name.
struct SecurityHeaders: RouterMiddleware {
    let origin: OriginCheck

    /// Nothing is loaded from elsewhere, nothing stands in the page itself, and no other page may frame this one.
    static let policy = [
        "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", "connect-src 'self'",
        "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'",
        "require-trusted-types-for 'script'",
    ].joined(separator: "; ")

    /// No Strict-Transport-Security: it would bind all other servers on this name, and lock people out of a server whose
    /// certificate is its own.
    static let all: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, policy),
        (.xContentTypeOptions, "nosniff"),
        (name("X-Frame-Options"), "DENY"),
        (name("Referrer-Policy"), "no-referrer"),
        (name("Cross-Origin-Opener-Policy"), "same-origin"),
        (name("Cross-Origin-Resource-Policy"), "same-origin"),
        (name("Permissions-Policy"), "camera=(), geolocation=(), microphone=()"),
    ]

    func handle(
        _ request: Request, context: RoostRequestContext,
        next: (Request, RoostRequestContext) async throws -> Response
    ) async throws -> Response {
        var response =
            origin.admitsHost(request.head)
            ? try await next(request, context)
            : try Problem("wrong-host", status: 421, "This server does not answer to that name").response()
        for (name, value) in Self.all { response.headers[name] = value }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    /// Only with names that fit the grammar.
    private static func name(_ text: String) -> HTTPField.Name { HTTPField.Name(text)! }
}
