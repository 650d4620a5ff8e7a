import Hummingbird
import RoostCore

/// `/hosts`: the hosts and how they are. Answered from memory.
struct HostRoutes: Sendable {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.viewer, filtersHosts: true).get("/hosts", use: list)
        group.requires(.viewer).get("/hosts/{host}", use: show)
    }

    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let identity = try context.known()
        let hosts = await parts.live.snapshot().hosts.filter { identity.reaches(host: $0.name) }
        return try ServerJSON.response(Listing(hosts))
    }

    @Sendable private func show(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(try await parts.live.hostRow(try context.part("host")))
    }
}
