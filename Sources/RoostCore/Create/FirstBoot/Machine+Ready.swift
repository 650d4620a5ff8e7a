extension Machine {
    /// What a first boot is usually over within, emulation included.
    public static let firstBootLimit = Duration.seconds(600)

    /// Waits until the machine can be logged in to, and finishes its first boot: the keys of its guest's SSH server are noted,
    /// and the seed of its first boot is removed. A lost host is connected to again meanwhile.
    /// - Parameters:
    ///   - limit: nil waits for ever.
    ///   - tell: what happens, as it happens.
    /// - Returns: the addresses at which SSH answers; none for a machine whose network lets nobody in.
    /// - Throws: ``Failure``: of kind timeout; of kind state when it is off or goes off; of kind failed when cloud-init
    ///   reports errors; of kind interrupted when the waiting was stopped, while the machine goes on.
    @discardableResult
    public func waitUntilReady(
        timeout limit: Duration? = firstBootLimit, tell: @escaping @Sendable (FirstBootEvent) -> Void = { _ in },
        notify: @escaping @Sendable (ReconnectNotice) async throws -> Void = { _ in }
    ) async throws -> [MachineAddress] {
        guard try await state().isActive else {
            throw Failure(.state, "\(label) is off, so it will not be ready", remedy: "roost start \(reference)")
        }
        let record = FirstBootRecord(tell: tell)
        let found: [MachineAddress]?
        do {
            found = try await withTimeLimit(limit) {
                try await Reconnecting.standard.run(from: host, notify: notify) { host in
                    try await FirstBoot(machine: again(on: host), record: record).finished()
                }
            }
        } catch is CancellationError {
            throw Failure(
                .interrupted, "Stopped waiting for \(label)",
                remedy: "The machine goes on; finish its first boot later: roost wait \(reference) --for ready")
        }
        if let found { return found }
        record.tellEnd()
        throw late(record, limit)
    }

    private func late(_ record: FirstBootRecord, _ limit: Duration?) -> Failure {
        let missing = FirstBootPhase.allCases.first { $0 != .agent && !record.has($0) }
        return Failure(
            .timeout, "\(label) is not ready within \(limit?.components.seconds ?? 0) s",
            why: missing.map { "it has not come to \($0.rawValue)" },
            remedy: "It goes on by itself: roost wait \(reference) --for ready --timeout SECONDS; its log: "
                + "roost console --log \(reference)")
    }
}
