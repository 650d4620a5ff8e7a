import Libvirt
import Synchronization

/// One call that opens a connection. It cannot be interrupted, but nobody has to wait for it.
final class ConnectionOpening: Sendable {
    typealias Outcome = Result<Connection, LibvirtError>

    private enum State {
        /// Who started it has yet to wait for it.
        case running
        /// Whoever waited has given up.
        case left
        case awaited(CheckedContinuation<Outcome?, Never>)
        case done(Outcome)
        /// Somebody has the outcome.
        case taken
    }

    private let state = Mutex(State.running)

    /// Starts it.
    /// - Parameter unclaimed: called with the outcome when it comes and nobody waits.
    init(_ uri: String, place: String, unclaimed: @escaping @Sendable (ConnectionOpening) async -> Void) {
        // Not a child of the task that asks first, whose cancellation must not fail whoever waits later.
        Task {
            let outcome: Outcome
            do throws(LibvirtError) {
                outcome = .success(try await Connection.open(uri: uri, place: place))
            } catch {
                outcome = .failure(error)
            }
            if !self.finish(outcome) { await unclaimed(self) }
        }
    }

    /// Waits for the outcome. To be called by one at a time.
    /// - Returns: nil when it has not come within the limit, or the task was cancelled.
    func outcome(within limit: Duration?) async -> Outcome? {
        let timer = limit.map { limit in
            Task {
                // A cancelled timer has nothing to do any more.
                do { try await Task.sleep(for: limit) } catch { return }
                self.giveUp()
            }
        }
        defer { timer?.cancel() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let outcome = state.withLock { state -> Outcome? in
                    guard case .done(let outcome) = state else {
                        state = .awaited(continuation)
                        return nil
                    }
                    state = .taken
                    return outcome
                }
                if let outcome { continuation.resume(returning: outcome) }
                if Task.isCancelled { giveUp() }
            }
        } onCancel: {
            giveUp()
        }
    }

    /// The outcome if it has come and nobody has it.
    func take() -> Outcome? {
        state.withLock { state in
            guard case .done(let outcome) = state else { return nil }
            state = .taken
            return outcome
        }
    }

    /// Whether the call has come back and nobody has its outcome.
    var isDone: Bool {
        state.withLock { state in
            if case .done = state { true } else { false }
        }
    }

    private func giveUp() {
        let waiter = state.withLock { state -> CheckedContinuation<Outcome?, Never>? in
            guard case .awaited(let continuation) = state else { return nil }
            state = .left
            return continuation
        }
        waiter?.resume(returning: nil)
    }

    /// - Returns: whether somebody waits, or is about to.
    private func finish(_ outcome: Outcome) -> Bool {
        let (waiter, isWanted) = state.withLock { state -> (CheckedContinuation<Outcome?, Never>?, Bool) in
            switch state {
            case .awaited(let continuation):
                state = .taken
                return (continuation, true)
            case .left:
                state = .done(outcome)
                return (nil, false)
            case .running, .done, .taken:
                state = .done(outcome)
                return (nil, true)
            }
        }
        waiter?.resume(returning: outcome)
        return isWanted
    }
}
