import Hummingbird
import RoostCore

/// `/hosts`: the hosts and how they are. Answered from memory, but for the check, which looks at the host itself.
struct HostRoutes: Sendable {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.viewer, filtersHosts: true).get("/hosts", use: list)
        group.requires(.viewer).get("/hosts/{host}", use: show)
        group.requires(.operator).get("/hosts/{host}/check", use: check)
    }

    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let identity = try context.known()
        let hosts = await parts.live.snapshot().hosts.filter { identity.reaches(host: $0.name) }
        return try ServerJSON.response(Listing(hosts))
    }

    @Sendable private func check(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let host = try await parts.live.host(named: try context.part("host"))
        return try ServerJSON.response(try await parts.check(host))
    }

    @Sendable private func show(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(try await parts.live.hostRow(try context.part("host")))
    }
}
