import Hummingbird
import RoostCore

/// `/hosts/{host}/pools`.
struct PoolRoutes: Sendable {
    let parts: ServerParts

    private enum Action: String {
        case start, stop, refresh
    }

    func add(to group: RouterGroup<RoostRequestContext>) {
        let reading = group.requires(.viewer)
        reading.get("/hosts/{host}/pools", use: list)
        reading.get("/hosts/{host}/pools/{pool}", use: show)
        // What only looks again is for operators; ``act(_:_:)`` tells them apart.
        group.requires(.operator).post("/hosts/{host}/pools/{pool}/actions/{action}", use: act)
    }

    /// From memory.
    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let name = try await parts.live.hostRow(try context.part("host")).name
        return try ServerJSON.response(Listing(await parts.live.snapshot().pools.filter { $0.host == name }))
    }

    @Sendable private func show(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(try await parts.pool(context).details())
    }

    @Sendable private func act(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        guard let action = Action(rawValue: try context.part("action")) else {
            throw Failure(.notFound, "There is no such action", remedy: "Known are: start, stop, refresh")
        }
        if action != .refresh { try context.known().require(.administrator) }
        let pool = try await parts.pool(context)
        try await parts.audit.record(
            context, action: "\(action.rawValue)-pool", host: pool.host.name, machine: pool.name
        ) {
            switch action {
            case .start: try await pool.start()
            case .stop: try await pool.stop()
            case .refresh: try await pool.refresh()
            }
        }
        await parts.live.lookAtPools(of: pool.host)
        return Response(status: .noContent)
    }
}
