/// Asks a question that may be left without an answer. The asking itself is not broken off, so it must change nothing.
/// - Returns: nil when there was no answer in time.
func promptAnswer<Value: Sendable>(
    within limit: Duration, _ question: @escaping @Sendable () async -> Value?
) async -> Value? {
    let (answers, feed) = AsyncStream.makeStream(of: Value.self, bufferingPolicy: .bufferingOldest(1))
    let asking = Task {
        if let value = await question() { feed.yield(value) }
        feed.finish()
    }
    let clock = Task {
        try await Task.sleep(for: limit)
        feed.finish()
    }
    defer {
        asking.cancel()
        clock.cancel()
    }
    for await value in answers { return value }
    return nil
}
