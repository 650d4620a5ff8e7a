import RoostCore

/// Questions that take a while to answer: each is answered once at a time, for all who ask meanwhile.
actor SharedAnswers<Answer: Sendable> {
    private var running: [String: Task<Result<Answer, Failure>, Never>] = [:]

    /// - Parameter ask: goes on where the one who asked first has gone away: others may wait for the same.
    func answer(
        for name: String, _ ask: @escaping @Sendable () async throws(Failure) -> Answer
    ) async throws(Failure) -> Answer {
        if let task = running[name] { return try await task.value.get() }
        let task = Task { await attempt(ask) }
        running[name] = task
        let result = await task.value
        running[name] = nil
        return try result.get()
    }
}
