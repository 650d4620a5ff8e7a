import Synchronization

/// A connection that is opened by the first who asks and shared by all others.
final class LongWorkConnection: Sendable {
    private typealias Opening = Task<Result<Connection, LibvirtError>, Never>

    private enum State {
        case none
        case opening(Opening)
        case closed
    }

    private let state = Mutex(State.none)

    func get(_ options: OpenOptions, peer: PeerWatch) async throws(LibvirtError) -> Connection {
        let opening = state.withLock { state -> Opening? in
            switch state {
            case .closed: return nil
            case .opening(let opening): return opening
            case .none:
                // Not a child of the task that asks first, whose cancellation is no reason to fail the others.
                let opening = Opening {
                    do throws(LibvirtError) {
                        return .success(try await Connection.open(options, peer: peer))
                    } catch {
                        self.forgetFailure()
                        return .failure(error)
                    }
                }
                state = .opening(opening)
                return opening
            }
        }
        guard let opening else { throw .closed }
        return try await opening.value.get()
    }

    func close() async {
        let opening = state.withLock { state -> Opening? in
            defer { state = .closed }
            guard case .opening(let opening) = state else { return nil }
            return opening
        }
        if let opening, case .success(let connection) = await opening.value { await connection.close() }
    }

    private func forgetFailure() {
        state.withLock { state in
            if case .opening = state { state = .none }
        }
    }
}
