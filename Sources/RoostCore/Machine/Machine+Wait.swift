import Libvirt
import LibvirtXML

extension Machine {
    /// DHCP leases have no event, so they are looked up that often while somebody waits for an address.
    private static let leaseInterval = Duration.seconds(1)

    /// Waits until the condition holds. A lost host is connected to again meanwhile.
    /// - Parameters:
    ///   - limit: nil waits for ever.
    ///   - notify: called when the host is lost and when it is back.
    /// - Returns: for the conditions address and ssh the addresses that meet it, else nothing.
    /// - Throws: ``Failure``: of kind timeout; of kind state when the machine is off, or goes off, and the condition needs
    ///   it to run; of kind unsupported for the agent of a machine without a channel for one. `CancellationError` when
    ///   the waiting was stopped.
    @discardableResult
    public func wait(
        for condition: MachineCondition, timeout limit: Duration? = nil,
        notify: @escaping @Sendable (ReconnectNotice) async throws -> Void = { _ in }
    ) async throws -> [MachineAddress] {
        let found = try await withTimeLimit(limit) {
            try await Reconnecting.standard.run(from: host, notify: notify) { host in
                try await again(on: host).waitOnce(for: condition)
            }
        }
        if let found { return found }
        throw Failure(
            .timeout, "\(label) \(condition.notYet) within \(limit?.components.seconds ?? 0) s",
            remedy:
                "It goes on by itself; wait longer with --timeout, or look at it: roost console \(reference)"
        )
    }

    private func waitOnce(for condition: MachineCondition) async throws -> [MachineAddress] {
        switch condition {
        case .running: try await waitUntilRunning()
        case .shutdown: try await waitUntilStopped()
        case .agent: try await waitForAgent()
        case .address: return try await waitForAddresses { $0 }
        case .ssh: return try await waitForAddresses { try await answeringSSH($0) }
        case .ready: return try await waitUntilReady(timeout: nil)
        }
        return []
    }

    private func waitUntilRunning() async throws {
        try await watching([.lifecycle]) { _ in try await state() == .running ? () : nil }
    }

    private func waitUntilStopped() async throws {
        try await watching([.lifecycle]) { wakeup in try await isStopped(wakeup) ? () : nil }
    }

    private func waitForAgent() async throws {
        try await watching([.lifecycle, .agent]) { wakeup in
            if case .change(.agent(.connected, _)) = wakeup { return () }
            return try await liveDescription(for: "its guest agent").agentIsConnected == true ? () : nil
        }
    }

    /// - Parameter chosen: which of the reachable addresses meet the condition.
    private func waitForAddresses(
        _ chosen: @Sendable ([MachineAddress]) async throws -> [MachineAddress]
    ) async throws -> [MachineAddress] {
        var macs: Set<String> = []
        var agentConnected = false
        return try await watching([.lifecycle, .agent], every: Self.leaseInterval) { wakeup in
            if case .tick = wakeup {
                // Whatever else may have changed comes as an event.
            } else {
                let description = try await liveDescription(for: "an address", needsAgent: false)
                macs = description.macs
                agentConnected = description.agentIsConnected == true
                if macs.isEmpty {
                    throw Failure(.unsupported, "\(label) has no network card, so it cannot have an address")
                }
            }
            let known = await addresses(ofCards: macs, agentConnected: agentConnected)
            let reachable = known.sorted { $0.key < $1.key }.flatMap(\.value).filter(\.isReachable)
            let found = try await chosen(reachable)
            return found.isEmpty ? nil : found
        }
    }

    /// Those of the addresses at which an SSH server answers.
    func answeringSSH(_ addresses: [MachineAddress]) async throws -> [MachineAddress] {
        try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
            for (index, address) in addresses.enumerated() {
                group.addTask { (index, try await host.answersSSH(address.address)) }
            }
            var answering: [Int] = []
            for try await (index, answers) in group where answers { answering.append(index) }
            return answering.sorted().map { addresses[$0] }
        }
    }

    /// The description of the running machine.
    private func liveDescription(
        for what: String, needsAgent: Bool = true
    ) async throws(Failure) -> LibvirtXML.Domain {
        let state = try await state()
        guard state.isActive else {
            throw Failure(
                .state, "\(label) is off, so \(what) will not come", remedy: "roost start \(reference)")
        }
        let description = try await description()
        if needsAgent, description.agentIsConnected == nil {
            throw Failure(.unsupported, "\(label) has no channel for a guest agent")
        }
        return description
    }
}

extension MachineCondition {
    /// After the machine's name: what has not come true.
    fileprivate var notYet: String {
        switch self {
        case .running: "has not started"
        case .address: "has no address"
        case .agent: "has no guest agent that answers"
        case .ssh: "does not answer SSH"
        case .ready: "is not ready"
        case .shutdown: "has not shut down"
        }
    }
}
