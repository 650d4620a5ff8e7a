import Libvirt
import Synchronization

/// Opens connections within a time. A daemon that is frozen holds a thread up until it wakes; who tries again waits for that
/// same call instead of leaving a second thread behind.
final class ConnectionOpenings: Sendable {
    static let shared = ConnectionOpenings()

    /// Calls that nobody waits for, by their URI.
    private let left = Mutex<[String: ConnectionOpening]>([:])

    /// - Parameters:
    ///   - place: what the connection's errors are to call the host.
    ///   - limit: nil where a person may be asked for a password meanwhile.
    func open(_ uri: String, place: String, within limit: Duration?) async -> Result<Connection, OpeningError> {
        if Task.isCancelled { return .failure(.cancelled) }
        let opening =
            left.withLock { $0.removeValue(forKey: uri) }
            ?? ConnectionOpening(uri, place: place) { [self] opening in await discard(opening, uri) }
        if let outcome = await opening.outcome(within: limit) { return outcome.mapError(OpeningError.libvirt) }
        // Two may have waited at once: the older call is left to itself.
        left.withLock { $0[uri] = opening }
        // It may have come back just before that.
        if opening.isDone { await discard(opening, uri) }
        return .failure(Task.isCancelled ? .cancelled : .timedOut(limit ?? .zero))
    }

    /// Closes a connection that nobody wants any more.
    private func discard(_ opening: ConnectionOpening, _ uri: String) async {
        let isLeft = left.withLock { left in
            guard left[uri] === opening else { return false }
            left[uri] = nil
            return true
        }
        // One that is not there any more has been picked up by somebody who will wait for it.
        guard isLeft else { return }
        if case .success(let connection) = opening.take() { await connection.close() }
    }
}
