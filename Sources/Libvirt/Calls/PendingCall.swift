import Synchronization

/// One call on its way to a blocking thread. Until a thread takes it, it can be cancelled; from then on it runs to its end,
/// and is waited for unless its peer is given up.
final class PendingCall<Value: Sendable>: Sendable {
    typealias Outcome = Result<Value, LibvirtError>

    private enum State {
        case new
        case waiting(CheckedContinuation<Outcome, Never>)
        case taken(CheckedContinuation<Outcome, Never>)
        case refused(LibvirtError)
        case ended
    }

    private let state = Mutex(State.new)

    /// Returns true when the call may be enqueued; otherwise it was refused before and the continuation is resumed.
    func wait(with continuation: CheckedContinuation<Outcome, Never>) -> Bool {
        let refusal = state.withLock { state -> LibvirtError? in
            if case .refused(let error) = state { return error }
            state = .waiting(continuation)
            return nil
        }
        if let refusal { continuation.resume(returning: .failure(refusal)) }
        return refusal == nil
    }

    /// Ends the call with an error unless a thread has taken it.
    func refuse(_ error: LibvirtError) {
        let continuation = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
            switch state {
            case .new:
                state = .refused(error)
                return nil
            case .waiting(let continuation):
                state = .refused(error)
                return continuation
            case .taken, .refused, .ended:
                return nil
            }
        }
        continuation?.resume(returning: .failure(error))
    }

    /// Ends the wait, also for a call that a thread has taken: what the thread still comes back with is dropped.
    func abandon(_ error: LibvirtError) {
        refuse(error)
        end(.failure(error))
    }

    /// Runs on a blocking thread.
    func run(_ body: () throws(LibvirtError) -> Value) {
        let taken = state.withLock { state in
            guard case .waiting(let continuation) = state else { return false }
            state = .taken(continuation)
            return true
        }
        guard taken else { return }
        do {
            end(.success(try body()))
        } catch {
            end(.failure(error))
        }
    }

    private func end(_ outcome: Outcome) {
        let continuation = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
            guard case .taken(let continuation) = state else { return nil }
            state = .ended
            return continuation
        }
        continuation?.resume(returning: outcome)
    }
}
