import RoostCore

/// The server's hosts, asked for once.
actor KnownHosts {
    private var asking: Task<Result<[LiveHost], Failure>, Never>?

    func hosts(_ ask: @escaping @Sendable () async throws(Failure) -> [LiveHost]) async throws(Failure) -> [LiveHost] {
        let task = asking ?? Task { await attempt(ask) }
        asking = task
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        if case .failure = result { asking = nil }
        return try result.get()
    }
}
