import NIOPosix
import Synchronization

/// The few threads on which the system is asked about accounts. A directory server that hangs costs these threads, not the
/// server.
final class AccountThreads: Sendable {
    private let pool: NIOThreadPool
    private let limit: Duration
    private let places: Int
    private let taken = Mutex(0)

    /// - Parameters:
    ///   - places: how many may be asked about at once, those that wait for a thread included.
    ///   - limit: how long one may take. The thread is lost to others until its call ends.
    init(threads: Int = 4, places: Int = 32, limit: Duration = .seconds(30)) {
        pool = NIOThreadPool(numberOfThreads: threads)
        pool.start()
        self.places = places
        self.limit = limit
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws(AccountRefusal) -> Value {
        let isFree = taken.withLock { taken in
            guard taken < places else { return false }
            taken += 1
            return true
        }
        guard isFree else { throw .unavailable("too many logins at once") }
        let answer = FirstAnswer<Value>()
        pool.submit { state in
            // Cancelled only when the pool ends, which it does with the process.
            if state == .active { answer.give(work()) }
            self.taken.withLock { $0 -= 1 }
        }
        let limit = limit
        let watch = Task {
            // Ended before its time: the answer has come.
            guard (try? await Task.sleep(for: limit)) != nil else { return }
            answer.give(nil)
        }
        let value = await answer.value
        watch.cancel()
        guard let value else { throw .unavailable("the system did not answer within \(limit)") }
        return value
    }

    /// The first of two answers: the value, or nil from the clock.
    private final class FirstAnswer<Value: Sendable>: Sendable {
        private enum State {
            case open
            case waiting(CheckedContinuation<Value?, Never>)
            case given(Value?)
        }

        private let state = Mutex(State.open)

        func give(_ value: Value?) {
            state.withLock { state in
                switch state {
                case .open: state = .given(value)
                case .waiting(let continuation):
                    state = .given(value)
                    continuation.resume(returning: value)
                case .given: break
                }
            }
        }

        var value: Value? {
            get async {
                await withCheckedContinuation { continuation in
                    state.withLock { state in
                        if case .given(let value) = state {
                            continuation.resume(returning: value)
                        } else {
                            state = .waiting(continuation)
                        }
                    }
                }
            }
        }
    }
}
