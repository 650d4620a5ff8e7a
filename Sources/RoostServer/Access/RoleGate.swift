import Hummingbird

/// Lets through who has at least a role. The server refuses by itself; what the page hides is a courtesy.
struct RoleGate: RouterMiddleware {
    let role: Role
    /// Whether the routes behind it leave out by themselves what a token for one host must not see.
    let filtersHosts: Bool

    func handle(
        _ request: Request, context: RoostRequestContext,
        next: (Request, RoostRequestContext) async throws -> Response
    ) async throws -> Response {
        let identity = try context.known()
        try identity.require(role)
        if let host = identity.host, !filtersHosts, context.parameters.get("host") != host {
            throw Problem.outsideTheTokensHost(host)
        }
        return try await next(request, context)
    }
}

extension RouterMethods where Context == RoostRequestContext {
    /// A group of the same path whose routes only those with at least `role` reach. A token that is for one host reaches
    /// only routes with that `{host}` in their path.
    /// - Parameter filtersHosts: the routes are of many hosts, and ask ``Identity/reaches(host:)`` for each themselves.
    func requires(_ role: Role, filtersHosts: Bool = false) -> RouterGroup<RoostRequestContext> {
        group().add(middleware: RoleGate(role: role, filtersHosts: filtersHosts))
    }
}
