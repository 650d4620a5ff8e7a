import Hummingbird

/// `/healthz`: whether the server answers at all, for load balancers and supervisors. Tells nothing to strangers.
struct HealthRoutes<Context: RequestContext> {
    func add(to router: Router<Context>) {
        router.get("/healthz") { _, _ in "ok\n" }
    }
}
