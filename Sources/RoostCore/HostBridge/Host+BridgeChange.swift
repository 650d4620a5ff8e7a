extension Host {
    /// Decides how the host gets a bridge. Nothing is done.
    /// - Throws: ``Failure``: of kind exists, notFound or unsupported where it cannot be, of kind permission where nobody can be
    ///   root on the host.
    public func planBridge(_ request: BridgeRequest) async throws(Failure) -> BridgePlan {
        let facts = try await bridgeFacts(nic: request.nic, task: "Cannot make bridge \(request.bridge) on \(name)")
        return try BridgePlanner(request: request, facts: facts, host: name).plan()
    }

    /// Makes a bridge as planned. It is taken back by the host itself unless a new connection shows that the host is still there.
    /// - Parameter confirmation: by anybody but Roost itself, it is given by ``confirmBridge(_:)``.
    /// - Throws: ``Failure`` when it was not made, or was taken back, with the reason.
    public func createBridge(
        _ plan: BridgePlan, confirmation: BridgeConfirmation = .automatic,
        progress: @escaping @Sendable (BridgeProgress) -> Void
    ) async throws(Failure) {
        let task = "Cannot make bridge \(plan.bridge) on \(name)"
        try await BridgeChange(
            host: self, shell: try bridgeShell(task), bridge: plan.bridge, task: task,
            apply: BridgeRun.applyScript(plan), revert: BridgeRun.revertScript(plan), timeout: plan.timeout,
            gateways: plan.gateways, isDeletion: false, progress: progress
        ).run(confirmation)
    }

    /// Whether a bridge can be taken away, and what that touches.
    /// - Throws: ``Failure``: of kind unsupported for one that Roost has not made, of kind state where guests are plugged in.
    public func planBridgeDeletion(_ name: String, force: Bool = false) async throws(Failure) -> BridgeDeletion {
        let task = "Cannot delete bridge \(name) of \(self.name)"
        try BridgeRequest.check(name, option: "the bridge")
        let found: HostBridge?
        do throws(Failure) { found = try await bridge(name) } catch {
            guard error.kind == .notFound else { throw error }
            found = nil
        }
        if let network = found?.network {
            throw Failure(
                .unsupported, task, why: "it belongs to network \(network)",
                remedy: "Delete that: roost net delete \(reference(network))")
        }
        if found?.awaitsConfirmation == true {
            throw Failure(.state, task, why: "it is being made", remedy: "Wait until it is confirmed or taken back.")
        }
        let record = try await bridgeShell(task).run(
            "cat \(BridgeRun.kept)/\(name)/revert.sh", asRoot: true, within: .seconds(20))
        let apply = try await bridgeShell(task).run(
            "cat \(BridgeRun.kept)/\(name)/apply.sh", asRoot: true, within: .seconds(20))
        guard record.succeeded, apply.succeeded else {
            guard let found else { throw Failure(.notFound, task, why: "there is none") }
            guard found.ports.isEmpty, found.guests == 0, found.addresses.isEmpty else {
                throw Failure(
                    .unsupported, task, why: "Roost has not made it, so it is not known how it was before",
                    remedy: "Take it out of the host's own network settings.")
            }
            return BridgeDeletion(
                bridge: name, apply: "ip link delete dev \(name)\n", revert: "", gateways: [], machines: found.machines)
        }
        let routes = try await bridgeShell(task).run(
            "for family in 4 6; do ip -$family route show default dev \(name) 2>/dev/null; done; true",
            within: .seconds(20))
        let gateways = routes.output.split(whereSeparator: \.isNewline).compactMap { line in
            BridgeFacts.gateway(of: line.split(separator: " ").map(String.init))
        }
        let plan = BridgeDeletion(
            bridge: name, apply: record.output, revert: apply.output, gateways: gateways, guests: found?.guests ?? 0,
            machines: found?.machines ?? [])
        if !force { try plan.checkUnplugged(of: self.name) }
        return plan
    }

    /// Takes a bridge away that Roost has made: the host is as it was before, and takes that back by itself unless a new
    /// connection shows that it is still there.
    public func deleteBridge(
        _ plan: BridgeDeletion, timeout: Int = 60, confirmation: BridgeConfirmation = .automatic,
        progress: @escaping @Sendable (BridgeProgress) -> Void
    ) async throws(Failure) {
        let task = "Cannot delete bridge \(plan.bridge) of \(name)"
        try await BridgeChange(
            host: self, shell: try bridgeShell(task), bridge: plan.bridge, task: task,
            apply: plan.apply, revert: plan.revert, timeout: timeout, gateways: plan.gateways, isDeletion: true,
            progress: progress
        ).run(confirmation)
    }

    /// Keeps a bridge that waits to be confirmed, by a connection that is new.
    /// - Throws: ``Failure`` of kind state where none waits.
    public func confirmBridge(_ bridge: String) async throws(Failure) {
        try await confirmBridge(bridge, routers: [])
    }

    /// The same where nothing but an answer of one of these routers shows that the host is still there.
    /// - Throws: ``Failure`` of kind state where none waits, or no router answers; what waits goes on to do so.
    package func confirmBridge(_ bridge: String, routers: [String]) async throws(Failure) {
        let task = "Cannot confirm bridge \(bridge) of \(name)"
        try BridgeRequest.check(bridge, option: "the bridge")
        let shell = try bridgeShell(task)
        let script = BridgeRun.confirmScript(bridge, routers: routers)
        let answer =
            shell.isHere
            ? try await shell.run(script, asRoot: true, within: .seconds(20))
            : try await shell.runAnew(script, asRoot: true, within: .seconds(15))
        let found = answer.map { BridgeRun.state($0) }
        switch found?.state {
        case .done?: return
        case .waiting?:
            throw Failure(
                .state, task, why: found?.log ?? "the host has not taken note of it", remedy: "Try again in a moment.")
        case .applying?: throw Failure(.state, task, why: "it is still being made", remedy: "Try again in a moment.")
        case .killed?: throw .killedBridgeRun(bridge, of: self, task)
        case nil:
            throw Failure(.state, task, why: answer == nil ? "no new connection came about" : "nothing waits for that")
        case _?: throw Failure(.state, task, why: "it was taken back already")
        }
    }
}

extension Failure {
    /// What followed a change on the host was killed there.
    static func killedBridgeRun(_ bridge: String, of host: Host, _ task: String) -> Failure {
        Failure(
            .state, task,
            why: "what did it on \(host.name) was killed: it is as it was then, neither kept nor taken back by itself",
            remedy: "Take it back: roost host bridge delete \(host.reference(bridge))")
    }
}

extension Host {
    /// Has the host take a change back that waits to be confirmed, by whichever connection leads there.
    /// - Throws: ``Failure`` of kind state where none waits.
    public func abandonBridge(_ bridge: String) async throws(Failure) {
        let task = "Cannot take bridge \(bridge) of \(name) back"
        try BridgeRequest.check(bridge, option: "the bridge")
        let script = "[ -d \(BridgeRun.running)/\(bridge) ] || exit 0\n\(BridgeRun.abandonScript(bridge))"
        let answer = try await bridgeShell(task).run(script, asRoot: true, within: .seconds(15))
        switch BridgeRun.state(answer).state {
        case .applying?, .waiting?, .reverting?, .abandoned?: return
        case .done?: throw Failure(.state, task, why: "it was confirmed already")
        case .reverted?, .failed?: throw Failure(.state, task, why: "it was taken back already")
        case .killed?: throw .killedBridgeRun(bridge, of: self, task)
        case nil: throw Failure(.state, task, why: "nothing waits for that")
        }
    }
}

/// A bridge that goes, and how the host is brought back to what it was before.
public struct BridgeDeletion: Hashable, Sendable, Codable {
    public var bridge: String
    var apply: String
    var revert: String
    /// Routers that are to answer when it is gone.
    package var gateways: [String]
    /// How many guests' cards are plugged in now.
    public var guests = 0
    /// Machines that have a card on it.
    public var machines: [NetworkDetails.Connection]

    /// - Throws: ``Failure`` of kind state where guests are plugged in.
    package func checkUnplugged(of host: String) throws(Failure) {
        guard guests > 0 else { return }
        throw Failure(
            .state, "Cannot delete bridge \(bridge) of \(host)",
            why: "\(guests) \(guests == 1 ? "guest is" : "guests are") plugged in",
            remedy: "Shut them down first, or say --force: they lose their link.")
    }
}
