import Hummingbird
import RoostCore

/// `/hosts/{host}/networks`: networks that are made, changed and deleted. They change the host itself.
struct NetworkMakingRoutes: Sendable {
    let parts: ServerParts

    private static let place = "/hosts/{host}/networks"

    func add(to group: RouterGroup<RoostRequestContext>) {
        // It changes nothing, and shows what is chosen before the password is asked for.
        group.requires(.operator).post("\(Self.place)/plan", use: plan)
        let ruling = group.requires(.administrator)
        ruling.post("\(Self.place)", use: make)
        ruling.get("\(Self.place)/{network}/deletion", use: deletion)
        ruling.patch("\(Self.place)/{network}", use: change)
        ruling.delete("\(Self.place)/{network}", use: delete)
    }

    private struct Plan: Encodable {
        let name: String
        /// As libvirt would get it.
        let xml: String
        /// An address of IPv6 that is chosen by chance is another one when the network is made.
        let settings: NetworkSettings
        let warnings: [String]
    }

    @Sendable private func plan(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(NetworkOrder.self, context).request()
        let plan = try await host(context).planNetwork(wanted)
        return try ServerJSON.response(
            Plan(name: wanted.name, xml: try plan.xml(), settings: plan.settings, warnings: plan.notices))
    }

    @Sendable private func make(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(NetworkOrder.self, context).request()
        let host = try await host(context)
        let plan = try await host.planNetwork(wanted)
        let network = try await parts.audit.record(
            context, action: "create-network", host: host.name, machine: wanted.name
        ) { try await host.createNetwork(plan) }
        await parts.live.lookAtNetworks(of: host)
        return try ServerJSON.response(try await network.details(), status: .created)
    }

    @Sendable private func change(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let change = try await request.strict(NetworkChangeOrder.self, context).change()
        let network = try await host(context).network(exactly: try context.part("network"))
        let report = try await parts.audit.record(
            context, action: "change-network", host: network.host.name, machine: network.name
        ) { try await network.change(change) }
        await parts.live.lookAtNetworks(of: network.host)
        return try ServerJSON.response(report)
    }

    private func tagged(
        _ request: Request, _ context: RoostRequestContext
    ) async throws -> (network: VirtualNetwork, plan: NetworkDeletion, tag: EntityTag) {
        let network = try await host(context).network(exactly: try context.part("network"))
        let plan = try await network.deletion(force: true)
        return (network, plan, EntityTag(of: try ServerJSON.encode(plan)))
    }

    @Sendable private func deletion(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let (_, plan, tag) = try await tagged(request, context)
        return try ServerJSON.response(plan, headers: [.eTag: tag.text])
    }

    @Sendable private func delete(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let force = try QueryNumber.truth(request.uri.queryParameters, "force")
        let (network, plan, tag) = try await tagged(request, context)
        try tag.check(request)
        // Without it, running machines that use the network stand in the way.
        if !force { _ = try await network.deletion() }
        try await parts.audit.record(
            context, action: "delete-network", host: network.host.name, machine: network.name,
            detail: plan.running.joined(separator: ", ")
        ) { try await network.delete(plan) }
        await parts.live.lookAtNetworks(of: network.host)
        return Response(status: .noContent)
    }

    private func host(_ context: RoostRequestContext) async throws -> RoostCore.Host {
        try await parts.live.host(named: try context.part("host"))
    }
}
