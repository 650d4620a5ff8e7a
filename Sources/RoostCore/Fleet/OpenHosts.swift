/// The hosts that a command has connected to: each once, however often it is asked for.
actor OpenHosts {
    private var opening: [FleetMember: Task<Result<Host, Failure>, Never>] = [:]

    /// A connection that failed is tried again by who asks next.
    func host(
        _ member: FleetMember, _ open: @escaping @Sendable () async throws(Failure) -> Host
    ) async -> Result<Host, Failure> {
        let task = opening[member] ?? Task { await attempt(open) }
        opening[member] = task
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        if case .failure = result { opening[member] = nil }
        return result
    }
}
