import NIOHTTP1
import RoostCore

extension RemoteMachine {
    func start(fresh: Bool, paused: Bool) async throws(Failure) {
        try await act(
            "start", query: (fresh ? [("fresh", "true")] : []) + (paused ? [("paused", "true")] : []),
            task: "Cannot start \(label)")
    }

    func shutdown(
        by signal: PowerSignal, waiting limit: Duration?, force: Bool
    ) async throws -> ShutdownOutcome {
        try await act("shutdown", query: Self.query(signal), task: "Cannot shut down \(label)")
        guard let limit else { return .asked }
        do {
            _ = try await wait(for: .shutdown, timeout: limit) { _ in }
            return .off
        } catch let failure as Failure where failure.kind == .timeout {
            guard force else {
                throw Failure(
                    .timeout, "\(label) has not shut down within \(limit.components.seconds) s",
                    why: "the guest does not react",
                    remedy: "Wait longer, or pull the plug: roost destroy \(reference)")
            }
        }
        do throws(Failure) {
            try await destroy()
        } catch {
            // It may have stopped by itself in the meantime.
            if error.kind == .state || error.kind == .notFound { return .off }
            throw error
        }
        return .forced
    }

    func reboot(by signal: PowerSignal) async throws(Failure) {
        try await act("reboot", query: Self.query(signal), task: "Cannot reboot \(label)")
    }

    func reset() async throws(Failure) { try await act("reset", task: "Cannot reset \(label)") }
    func destroy() async throws(Failure) { try await act("destroy", task: "Cannot destroy \(label)") }
    func suspend() async throws(Failure) { try await act("suspend", task: "Cannot suspend \(label)") }
    func resume() async throws(Failure) { try await act("resume", task: "Cannot resume \(label)") }
    func restore() async throws(Failure) { try await act("restore", task: "Cannot restore \(label)") }

    func save(to file: String?) -> Operation<Void> {
        let refusal = file.map { _ in Failure.direct("A file of the host is written by the host alone") }
        return site.operation("save \(label)", host: hostName) { () throws(Failure) in
            if let refusal { throw refusal }
            return ServerRequest.post(path + ["actions", "save"])
        }
    }

    private static func query(_ signal: PowerSignal) -> [(String, String)] {
        signal == .automatic ? [] : [("by", signal.rawValue)]
    }

    func wait(
        for condition: MachineCondition, timeout limit: Duration?,
        notify: @escaping @Sendable (ReconnectNotice) async throws -> Void
    ) async throws -> [MachineAddress] {
        try await waited(for: condition, limit) { _ in }
    }

    func waitUntilReady(
        timeout limit: Duration?, tell: @escaping @Sendable (FirstBootEvent) -> Void,
        notify: @escaping @Sendable (ReconnectNotice) async throws -> Void
    ) async throws -> [MachineAddress] {
        let phases = PhaseTeller(tell)
        return try await waited(for: .ready, limit) { phases.note($0) }
    }

    private struct Wish: Encodable {
        let condition: MachineCondition
        /// In seconds; none waits for ever.
        let timeout: Int?

        private enum CodingKeys: String, CodingKey {
            case condition = "for"
            case timeout
        }
    }

    /// The server waits, beside the host.
    private func waited(
        for condition: MachineCondition, _ limit: Duration?, _ progress: @escaping @Sendable (OperationProgress) -> Void
    ) async throws -> [MachineAddress] {
        let wish = Wish(condition: condition, timeout: limit.map { Int($0.components.seconds) })
        let request = try ServerRequest.sending(.POST, path + ["waits"], wish)
        let waiting = RemoteOperation<MachineReady>(site: site, task: "Cannot wait for \(label)")
        return try await site.turns.pass { try await waiting.run(request, progress).addresses ?? [] }
    }
}
