import Foundation
import HTTPTypes
import Hummingbird
import RoostCore

/// `/session`: the own login.
struct SessionRoutes {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.post("/session", use: logIn)
        group.get("/session", use: show)
        group.delete("/session", use: logOut)
        group.post("/session/elevation", use: elevate)
        group.delete("/session/elevation", use: lower)
    }

    private struct Credentials: Decodable {
        let user: String
        let password: String
    }

    private struct Password: Decodable {
        let password: String
    }

    /// What the page knows of its session.
    struct View: ResponseEncodable, Decodable {
        let id: String
        let user: String
        /// What it may do now.
        let role: Role
        /// What it may do after the password was given once more.
        let maximumRole: Role
        let elevatedUntil: Date?
        /// When it ends if it is not used any more.
        let expires: Date
        /// The content of the header `X-Roost-CSRF`.
        let csrf: String
    }

    @Sendable private func logIn(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        // A form of another site can send neither this content nor this origin.
        guard parts.doorkeeper.origin.admits(request.head) else { throw Problem.crossSite }
        let credentials = try await request.json(Credentials.self, context)
        let (user, role) = try await parts.desk.check(
            user: credentials.user, password: credentials.password, action: "login", context)
        if let old = parts.doorkeeper.session(of: request.head)?.session { try await parts.endSession(old.id) }
        try await parts.audit.note(context, user: user, action: "login", result: .done)
        let (session, secret) = try await parts.sessions.start(
            user: user, maximumRole: role, address: context.address, agent: request.headers[.userAgent] ?? "")
        var response = try view(session, secret, standing: role).response(from: request, context: context)
        response.headers[.setCookie] = cookie(secret, seconds: Int(parts.sessions.limits.absolute))
        return response
    }

    @Sendable private func show(_ request: Request, _ context: RoostRequestContext) async throws -> View {
        try await view(own(request, context))
    }

    @Sendable private func logOut(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let (session, _) = try own(request, context)
        try await parts.audit.record(context, action: "logout") { try await parts.endSession(session.id) }
        return Response(status: .noContent, headers: [.setCookie: cookie("", seconds: 0)])
    }

    @Sendable private func elevate(_ request: Request, _ context: RoostRequestContext) async throws -> View {
        let (session, secret) = try own(request, context)
        let password = try await request.json(Password.self, context).password
        let (user, role) = try await parts.desk.check(
            user: session.user, password: password, action: "elevate", context)
        guard user == session.user, min(role, session.maximumRole) == .administrator else {
            throw Problem.roleNeeded(.administrator)
        }
        let elevated = try await parts.audit.record(context, action: "elevate") {
            try await parts.sessions.elevate(session.id)
        }
        guard let elevated else { throw Problem.unauthenticated }
        return view(elevated, secret, standing: role)
    }

    @Sendable private func lower(_ request: Request, _ context: RoostRequestContext) async throws -> View {
        let (session, secret) = try own(request, context)
        let lowered = try await parts.audit.record(context, action: "lower") {
            try await parts.sessions.lower(session.id)
        }
        guard let lowered else { throw Problem.unauthenticated }
        return try await view((lowered, secret))
    }

    /// The session of the cookie. A token has none.
    private func own(_ request: Request, _ context: RoostRequestContext) throws -> (Session, String) {
        guard try context.known().session != nil, let found = parts.doorkeeper.session(of: request.head) else {
            throw Problem.unauthenticated
        }
        return found
    }

    private func view(_ own: (session: Session, secret: String)) async throws -> View {
        guard let standing = await parts.doorkeeper.standings.role(of: own.session.user) else {
            throw Problem.unauthenticated
        }
        return view(own.session, own.secret, standing: standing)
    }

    private func view(_ session: Session, _ secret: String, standing: Role) -> View {
        let role = session.role(at: session.used, standing: standing)
        let isElevated = session.elevatedUntil.map { session.used < $0 } ?? false
        return View(
            id: session.id.text, user: session.user, role: role, maximumRole: min(session.maximumRole, standing),
            elevatedUntil: isElevated ? session.elevatedUntil : nil, expires: parts.sessions.expiry(of: session),
            csrf: ForgeryToken.make(session: secret))
    }

    private func cookie(_ content: String, seconds: Int) -> String {
        let secure = parts.doorkeeper.origin.isSecure ? "; Secure" : ""
        return
            "\(parts.doorkeeper.cookieName)=\(content); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict\(secure)"
    }
}
