import Hummingbird
import RoostCore

/// `/hosts/{host}/networks`.
struct NetworkRoutes: Sendable {
    let parts: ServerParts

    private enum Action: String {
        case start, stop
    }

    func add(to group: RouterGroup<RoostRequestContext>) {
        let reading = group.requires(.viewer)
        reading.get("/hosts/{host}/networks", use: list)
        reading.get("/hosts/{host}/networks/{network}", use: show)
        group.requires(.administrator).post("/hosts/{host}/networks/{network}/actions/{action}", use: act)
    }

    /// From memory.
    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let name = try await parts.live.hostRow(try context.part("host")).name
        return try ServerJSON.response(Listing(await parts.live.snapshot().networks.filter { $0.host == name }))
    }

    @Sendable private func show(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(try await network(context).details())
    }

    @Sendable private func act(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        guard let action = Action(rawValue: try context.part("action")) else {
            throw Failure(.notFound, "There is no such action", remedy: "Known are: start, stop")
        }
        let network = try await network(context)
        try await parts.audit.record(
            context, action: "\(action.rawValue)-network", host: network.host.name, machine: network.name
        ) {
            switch action {
            case .start: try await network.start()
            case .stop: try await network.stop()
            }
        }
        await parts.live.lookAtNetworks(of: network.host)
        return Response(status: .noContent)
    }

    private func network(_ context: RoostRequestContext) async throws -> VirtualNetwork {
        try await parts.live.host(named: try context.part("host")).network(exactly: try context.part("network"))
    }
}
