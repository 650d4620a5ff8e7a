import Synchronization
import WebSocketUpgrade

/// The consoles that are open.
final class OpenConsoles: Sendable {
    struct Entry: Sendable {
        let grant: ConsoleGrant
        let socket: WebSocket
    }

    private let limits: ConsoleLimits
    private let state = Mutex<(last: UInt64, open: [UInt64: Entry])>((0, [:]))

    init(limits: ConsoleLimits) { self.limits = limits }

    var count: Int { state.withLock { $0.open.count } }

    /// - Returns: its number for ``remove(_:)``; nil when there are too many.
    func add(_ grant: ConsoleGrant, _ socket: WebSocket) -> UInt64? {
        state.withLock { state in
            guard state.open.count < limits.total,
                state.open.values.count(where: { $0.grant.user == grant.user }) < limits.perUser
            else { return nil }
            state.last += 1
            state.open[state.last] = Entry(grant: grant, socket: socket)
            return state.last
        }
    }

    func remove(_ number: UInt64) { state.withLock { $0.open[number] = nil } }

    /// Who has a console open, other than by `number`.
    func user(of place: ConsolePlace, besides number: UInt64) -> String? {
        state.withLock { $0.open.first { $0.key != number && $0.value.grant.place == place }?.value.grant.user }
    }

    /// Ends every console of a session, at once.
    func end(session: SessionID) async {
        for entry in state.withLock({ $0.open.values.filter { $0.grant.session == session } }) {
            await entry.socket.close(ConsoleClose.revoked)
        }
    }
}
