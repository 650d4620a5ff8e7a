import Hummingbird
import Logging

/// Finds out who asks. Whether that one may is for ``RoleGate`` to say.
struct IdentityMiddleware: RouterMiddleware {
    let doorkeeper: Doorkeeper

    func handle(
        _ request: Request, context: RoostRequestContext,
        next: (Request, RoostRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.identity = try await doorkeeper.identity(of: request.head)
        if let identity = context.identity { context.logger[metadataKey: "user"] = "\(identity.user)" }
        return try await next(request, context)
    }
}
