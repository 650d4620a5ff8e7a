import Synchronization

/// A thread of its own for one transfer, so that minutes of data never hold one of the connection's call threads.
struct TransferThread {
    /// Whether the task that waits for the transfer was cancelled.
    final class Cancellation: Sendable {
        private let cancelled = Atomic<Bool>(false)

        func cancel() { cancelled.store(true, ordering: .relaxed) }

        func check() throws(LibvirtError) {
            if cancelled.load(ordering: .relaxed) {
                throw LibvirtError(code: .cancelled, message: "the transfer was cancelled")
            }
        }
    }

    /// A value that goes over to the thread and stays there.
    final class Box<Value>: Sendable {
        private let value: Mutex<Value>

        init(_ value: sending Value) {
            self.value = Mutex(value)
        }

        func use<Result: Sendable>(_ body: (inout Value) throws -> Result) throws -> Result {
            try value.withLock { value in try body(&value) }
        }
    }

    /// Runs `body`, which is about an object, and waits for it. It is for `body` to look at the cancellation now and then.
    static func run<Value: Sendable>(
        _ name: String, of handle: Handle, _ body: @escaping @Sendable (Cancellation) throws -> Value
    ) async throws -> Value {
        let cancellation = Cancellation()
        let place = handle.calls.place
        let threads = CallThreads(limit: 1, place: place)
        let result = try await withTaskCancellationHandler {
            try await threads.blocking(name) { () throws(LibvirtError) -> Result<Value, any Error> in
                Result { try body(cancellation) }
            }
        } onCancel: {
            cancellation.cancel()
        }
        return try result.mapError { error in (error as? LibvirtError)?.at(place) ?? error }.get()
    }
}
