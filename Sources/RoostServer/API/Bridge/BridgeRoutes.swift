import Hummingbird
import NIOCore
import RoostCore

/// `/hosts/{host}/bridges`: bridges of a host itself. A change of one is an operation that lasts until somebody has confirmed it
/// by a second request, or the host has taken it back by itself.
struct BridgeRoutes: Sendable {
    let parts: ServerParts

    private static let place = "/hosts/{host}/bridges"

    func add(to group: RouterGroup<RoostRequestContext>) {
        let reading = group.requires(.operator)
        reading.get("\(Self.place)", use: list)
        reading.get("\(Self.place)/{bridge}", use: show)
        let ruling = group.requires(.administrator)
        ruling.get("/hosts/{host}/cards", use: cards)
        ruling.post("\(Self.place)", use: make)
        ruling.post("\(Self.place)/plan", use: plan)
        ruling.post("\(Self.place)/{bridge}/confirmation", use: confirm)
        ruling.delete("\(Self.place)/{bridge}/confirmation", use: abandon)
        ruling.get("\(Self.place)/{bridge}/deletion", use: deletion)
        ruling.delete("\(Self.place)/{bridge}", use: delete)
    }

    /// Runs a script on the host, as the next two.
    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(Listing(try await host(context).bridges()))
    }

    @Sendable private func show(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(try await host(context).bridge(try context.part("bridge")))
    }

    @Sendable private func cards(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(Listing(try await host(context).bridgeCards()))
    }

    private struct Plan: Encodable {
        let plan: BridgePlan
        /// As the command line shows it.
        let lines: [String]
    }

    @Sendable private func plan(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(BridgeOrder.self, context).request()
        let host = try await host(context)
        let plan = try await host.planBridge(wanted)
        return try ServerJSON.response(
            Plan(plan: plan, lines: plan.lines(on: host.name)),
            headers: [.eTag: EntityTag(of: try ServerJSON.encode(plan)).text])
    }

    @Sendable private func make(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(BridgeOrder.self, context).request()
        let host = try await host(context)
        let plan = try await host.planBridge(wanted)
        try EntityTag(of: try ServerJSON.encode(plan)).check(request)
        return try start(
            "make bridge \(plan.bridge)", plan.bridge, on: host, context, action: "create-bridge", detail: plan.nic,
            seconds: plan.timeout, routers: plan.gateways
        ) { tell throws(Failure) in
            try await host.createBridge(plan, confirmation: .followed, progress: tell)
        }
    }

    @Sendable private func deletion(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let plan = try await host(context).planBridgeDeletion(try context.part("bridge"), force: true)
        return try ServerJSON.response(plan, headers: [.eTag: EntityTag(of: try ServerJSON.encode(plan)).text])
    }

    @Sendable private func delete(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let query = request.uri.queryParameters
        let force = try QueryNumber.truth(query, "force")
        let seconds = try QueryNumber.read(query, "timeout", 15...600) ?? 60
        let host = try await host(context)
        let plan = try await host.planBridgeDeletion(try context.part("bridge"), force: force)
        try EntityTag(of: try ServerJSON.encode(plan)).check(request)
        return try start(
            "delete bridge \(plan.bridge)", plan.bridge, on: host, context, action: "delete-bridge",
            detail: Set(plan.machines.map(\.machine)).sorted().joined(separator: ", "), seconds: seconds,
            routers: plan.gateways
        ) { tell throws(Failure) in
            try await host.deleteBridge(plan, timeout: seconds, confirmation: .followed, progress: tell)
        }
    }

    private struct Kept: Encodable {
        let bridge: String
    }

    private func start(
        _ what: String, _ bridge: String, on host: RoostCore.Host, _ context: RoostRequestContext, action: String,
        detail: String, seconds: Int, routers: [String],
        _ change: @escaping @Sendable (@escaping @Sendable (BridgeProgress) -> Void) async throws(Failure) -> Void
    ) throws -> Response {
        guard parts.bridges.change(of: bridge, on: host.name) == nil else {
            throw Failure(.state, "\(bridge) of \(host.name) is being changed already")
        }
        let parts = parts
        let status = try parts.operations.start(what, host: host.name, user: try context.known().user) { report in
            report(BridgeStep.changing.progress(left: seconds, of: seconds))
            try await parts.audit.record(context, action: action, host: host.name, machine: bridge, detail: detail) {
                try await parts.bridges.follow(bridge, of: host, routers: routers) {
                    try await change { report(BridgeStep.progress($0, of: seconds)) }
                }
            }
            return Kept(bridge: bridge)
        }
        return try Started(operation: status).response()
    }

    /// For a far host this server makes a connection of its own. Where it changes the network of its own computer, the request
    /// itself has to come by a connection that was made after the change; one from this computer itself proves nothing, and
    /// the routers are asked.
    @Sendable private func confirm(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let bridge = try context.part("bridge")
        let change = parts.bridges.change(of: bridge, on: try context.part("host"))
        let host = if let change { change.host } else { try await host(context) }
        if let change, host.isHere, context.isFromElsewhere,
            parts.connections.stood(context.remoteAddress, before: change.began)
        {
            var refusal = try Problem(
                "old-connection", status: 409, "\(bridge) of \(host.name) was not confirmed",
                detail: "The request came over a connection that is older than the change, and proves nothing.",
                remedy: "Send it again over a new connection."
            ).response()
            refusal.headers[.connection] = "close"
            return refusal
        }
        let isProven = !host.isHere || context.isFromElsewhere
        let routers: [String] = isProven ? [] : change?.routers ?? []
        try await parts.audit.record(context, action: "confirm-bridge", host: host.name, machine: bridge) {
            try await host.confirmBridge(bridge, routers: routers)
        }
        // So that the next change of it is not refused for this one.
        await parts.bridges.settle(bridge, on: host.name)
        return Response(status: .noContent)
    }

    @Sendable private func abandon(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let bridge = try context.part("bridge")
        let change = parts.bridges.change(of: bridge, on: try context.part("host"))
        let host = if let change { change.host } else { try await host(context) }
        try await parts.audit.record(context, action: "undo-bridge", host: host.name, machine: bridge) {
            try await host.abandonBridge(bridge)
        }
        return Response(status: .noContent)
    }

    private func host(_ context: RoostRequestContext) async throws -> RoostCore.Host {
        try await parts.live.host(named: try context.part("host"))
    }
}
