import Synchronization

/// What a connection has asked of libvirt so far, and what of it is still held.
///
/// It outlives the connection, so that a test can see that nothing was left over.
public final class CallStatistics: Sendable {
    private let handles = Atomic<Int>(0)
    private let total = Atomic<Int>(0)
    private let state = Mutex(State())

    private struct State {
        var calls: [String: Int] = [:]
        var threads = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    init() {}

    /// Number of libvirt calls made on the connection that may cost a round trip. Freeing a handle is not counted.
    public var totalCalls: Int { total.load(ordering: .relaxed) }

    /// Number of calls made so far by the name of the C function.
    public var calls: [String: Int] { state.withLock { $0.calls } }

    /// Number of libvirt objects that are held: the connection itself, domains, networks and so on.
    public var liveHandles: Int { handles.load(ordering: .acquiring) }

    /// Number of threads that serve the connection's calls.
    public var threads: Int { state.withLock { $0.threads } }

    /// Returns once the connection's last thread has ended, which is after its last handle was freed.
    public func allThreadsEnded() async {
        await withCheckedContinuation { continuation in
            let ended = state.withLock { state in
                if state.threads > 0 { state.waiters.append(continuation) }
                return state.threads == 0
            }
            if ended { continuation.resume() }
        }
    }

    func count(_ name: String) {
        total.add(1, ordering: .relaxed)
        state.withLock { $0.calls[name, default: 0] += 1 }
    }

    func handleAdopted() { handles.add(1, ordering: .relaxed) }

    func handleFreed() { handles.subtract(1, ordering: .releasing) }

    func threadStarted() { state.withLock { $0.threads += 1 } }

    func threadEnded() {
        let waiters = state.withLock { state in
            state.threads -= 1
            guard state.threads == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }
}
