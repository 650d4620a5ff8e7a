import Synchronization

/// A thread of its own for one transfer, so that minutes of data never hold one of the connection's call threads.
struct TransferThread {
    /// Whether nobody waits for the transfer any more: the task was cancelled, or the peer given up.
    final class Cancellation: Sendable {
        private let cancelled = Atomic<Bool>(false)
        private let peer: PeerWatch

        init(_ peer: PeerWatch) { self.peer = peer }

        func cancel() { cancelled.store(true, ordering: .relaxed) }

        func check() throws(LibvirtError) {
            if cancelled.load(ordering: .relaxed) {
                throw LibvirtError(code: .cancelled, message: "the transfer was cancelled")
            }
            if let loss = peer.loss { throw loss }
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
        let (place, peer) = (handle.calls.place, handle.calls.peer)
        let cancellation = Cancellation(peer)
        let threads = CallThreads(limit: 1, place: place, peer: peer)
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
