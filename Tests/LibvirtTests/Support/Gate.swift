import Glibc
import Synchronization

/// Holds up a blocking thread until the test lets it go.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var hasEntered = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Blocks the thread. To be called once.
    func wait() {
        let waiter = state.withLock { state in
            state.hasEntered = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
        while !state.withLock(\.isOpen) { usleep(500) }
    }

    /// Returns once the thread is in `wait()`.
    func entered() async {
        await withCheckedContinuation { continuation in
            let already = state.withLock { state in
                if !state.hasEntered { state.waiter = continuation }
                return state.hasEntered
            }
            if already { continuation.resume() }
        }
    }

    func open() {
        state.withLock { $0.isOpen = true }
    }
}
