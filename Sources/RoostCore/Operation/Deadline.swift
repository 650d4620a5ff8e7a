import Synchronization

/// Waits so long for work and no longer.
///
/// A libvirt call cannot be interrupted: work that is late goes on by itself, and what it brings is dropped.
/// - Parameter late: the failure when the time is up.
/// - Throws: what the work throws, ``late``, or a failure of kind interrupted when the waiting task is cancelled.
func within<Value: Sendable>(
    _ limit: Duration, else late: @autoclosure @escaping @Sendable () -> Failure,
    _ body: @escaping @Sendable () async throws(Failure) -> Value
) async throws(Failure) -> Value {
    let race = Race<Value>()
    let work = Task { race.end(await attempt(body)) }
    let clock = Task {
        guard (try? await Task.sleep(for: limit)) != nil else { return }
        race.end(.failure(late()))
    }
    defer { clock.cancel() }
    let result = await withTaskCancellationHandler {
        await withCheckedContinuation { race.begin($0) }
    } onCancel: {
        race.end(.failure(Failure(.interrupted, "Stopped")))
    }
    work.cancel()
    return try result.get()
}

/// The first of several results.
private final class Race<Value: Sendable>: Sendable {
    private enum State {
        case open
        case waiting(CheckedContinuation<Result<Value, Failure>, Never>)
        case early(Result<Value, Failure>)
        case over
    }

    private let state = Mutex(State.open)

    func begin(_ continuation: CheckedContinuation<Result<Value, Failure>, Never>) {
        let early = state.withLock { state -> Result<Value, Failure>? in
            if case .early(let result) = state {
                state = .over
                return result
            }
            state = .waiting(continuation)
            return nil
        }
        if let early { continuation.resume(returning: early) }
    }

    func end(_ result: Result<Value, Failure>) {
        let waiting = state.withLock { state -> CheckedContinuation<Result<Value, Failure>, Never>? in
            switch state {
            case .open:
                state = .early(result)
                return nil
            case .waiting(let continuation):
                state = .over
                return continuation
            case .early, .over: return nil
            }
        }
        waiting?.resume(returning: result)
    }
}
