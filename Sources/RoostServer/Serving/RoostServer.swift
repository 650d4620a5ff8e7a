import Hummingbird

/// The web console's server, put together.
struct RoostServer: Sendable {
    let parts: ServerParts

    /// Every middleware and route. A middleware is for the routes that are added after it.
    func router() -> Router<RoostRequestContext> {
        let router = Router(context: RoostRequestContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: ProblemMiddleware())
        HealthRoutes().add(to: router.group())
        addRoutes(to: router.group("/api/v1"))
        return router
    }

    /// The API's routes: one line for each noun. Each gates its own groups with ``RouterMethods/requires(_:filtersHosts:)``.
    private func addRoutes(to api: RouterGroup<RoostRequestContext>) {
    }
}
