/// What the first of several tasks that run side by side came to.
///
/// The others are cancelled but not waited for: one may be blocked in a read, or in a write that nobody takes, and a person
/// who leaves a console leaves at once.
struct FirstOutcome {
    private let outcomes: AsyncStream<Result<Void, any Error>>
    private let continuation: AsyncStream<Result<Void, any Error>>.Continuation
    private var tasks: [Task<Void, Never>] = []

    init() { (outcomes, continuation) = AsyncStream.makeStream() }

    mutating func add(_ body: @escaping @Sendable () async throws -> Void) {
        let continuation = continuation
        tasks.append(
            Task {
                do {
                    try await body()
                    continuation.yield(.success(()))
                } catch {
                    continuation.yield(.failure(error))
                }
            })
    }

    /// Waits for the first task that ends, however it ends.
    /// - Throws: what that task threw; `CancellationError` when the waiting task was cancelled.
    func wait() async throws {
        defer { for task in tasks { task.cancel() } }
        for await outcome in outcomes { return try outcome.get() }
        throw CancellationError()
    }
}
