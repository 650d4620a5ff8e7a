/// The blocking threads of one connection. They end when this object, held by every handle of the connection, is gone.
///
/// One set per connection is a bulkhead: a host that hangs never starves another one.
final class CallThreads: Sendable {
    /// libvirtd serves five requests of a client at once (`max_client_requests`). One is left for the question whether it
    /// is still there.
    static let defaultLimit = 4

    let statistics = CallStatistics()
    /// Stands in the errors of its calls.
    let place: String?
    let peer: PeerWatch
    private let queue: CallQueue
    private let questions: CallQueue

    init(limit: Int = defaultLimit, place: String? = nil, peer: PeerWatch = PeerWatch()) {
        self.place = place
        self.peer = peer
        queue = CallQueue(limit: limit, statistics: statistics)
        questions = CallQueue(limit: 1, statistics: statistics)
    }

    deinit {
        queue.finish()
        questions.finish()
    }

    /// Runs `body` on a blocking thread.
    ///
    /// A task that is cancelled before a thread takes the call gets `LibvirtError.Code.cancelled` and the call is never
    /// made; a call that has begun is abandoned only when its peer is given up.
    ///
    /// - Parameter name: the C function that `body` calls, for the statistics.
    func blocking<Value: Sendable>(
        _ name: String, _ body: @escaping @Sendable () throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        try await counting { statistics throws(LibvirtError) in
            statistics.count(name)
            return try body()
        }
    }

    /// As `blocking`, for a `body` that makes several calls, or perhaps none, and counts them itself.
    func counting<Value: Sendable>(
        _ body: @escaping @Sendable (CallStatistics) throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        let call = PendingCall<Value>()
        let (statistics, peer) = (statistics, peer)
        guard let ticket = peer.add({ call.abandon($0) }) else { throw (peer.loss ?? .connectionLost).at(place) }
        defer { peer.forget(ticket) }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard call.wait(with: continuation) else { return }
                let taken = queue.enqueue {
                    call.run { () throws(LibvirtError) in
                        defer { peer.answered() }
                        return try body(statistics)
                    }
                }
                if !taken { call.refuse(.noThread) }
            }
        } onCancel: {
            call.refuse(.cancelled)
        }
        return try outcome.mapError { $0.at(place) }.get()
    }

    /// Runs `question` on a thread that no call can hold up.
    func ask(_ question: @escaping CallQueue.Job) {
        _ = questions.enqueue(question)
    }

    /// Runs `job` on a blocking thread some time later and does not wait for it.
    ///
    /// Returns false when no thread exists and none can be started.
    @discardableResult
    func later(_ job: @escaping CallQueue.Job) -> Bool {
        queue.enqueue(job)
    }
}
