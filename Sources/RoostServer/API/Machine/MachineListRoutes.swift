import Hummingbird
import RoostCore

/// `/machines`: the machines of all hosts. Answered from memory; no host is asked.
struct MachineListRoutes: Sendable {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.viewer, filtersHosts: true).get("/machines", use: list)
    }

    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let query = try MachineQuery(request)
        let picture = await parts.live.snapshot()
        let (rows, total, next) = query.page(of: picture.machines, for: try context.known())
        parts.rows.tidy(total: picture.machines.count)
        return ServerJSON.response(bytes: try parts.rows.list(rows, total: total, next: next))
    }
}
