import Hummingbird

/// `/healthz`: whether the server answers at all, for load balancers and supervisors. Tells nothing to strangers.
struct HealthRoutes {
    func add(to group: RouterGroup<RoostRequestContext>) {
        group.get("/healthz") { _, _ in "ok\n" }
    }
}
