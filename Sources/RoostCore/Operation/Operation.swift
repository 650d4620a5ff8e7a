#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Anything that takes longer than a moment: it has an id, says what it does and how far it is, can be cancelled and has
/// one result. The terminal's progress bar and the browser's task drawer read the same ``updates``.
public final class Operation<Success: Sendable>: Sendable {
    public let id: UUID
    /// What it does, in the person's words: "create web1".
    public let what: String
    /// The host's name.
    public let host: String
    /// How far it is; ends when the operation ends. One reader; only the newest state is kept for a slow one.
    public let updates: AsyncStream<OperationProgress>
    private let task: Task<Success, any Error>

    /// Starts `body` at once.
    public init(
        _ what: String, host: String,
        body: @escaping @Sendable (_ report: @escaping @Sendable (OperationProgress) -> Void) async throws -> Success
    ) {
        id = UUID()
        self.what = what
        self.host = host
        let (stream, continuation) = AsyncStream.makeStream(
            of: OperationProgress.self, bufferingPolicy: .bufferingNewest(1))
        updates = stream
        task = Task {
            defer { continuation.finish() }
            return try await body { continuation.yield($0) }
        }
    }

    /// Asks it to stop. Work of several steps takes back what it did.
    public func cancel() { task.cancel() }

    /// Waits for the end. Cancelling the waiting task cancels the operation, and the wait goes on until it has cleaned up.
    public var value: Success {
        get async throws {
            try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        }
    }

    /// The same, and says meanwhile how far it is.
    public func value(telling report: (OperationProgress) -> Void) async throws -> Success {
        for await progress in updates { report(progress) }
        return try await value
    }
}
