import Synchronization
import WebSocketUpgrade

/// The consoles that are open.
final class OpenConsoles: Sendable {
    struct Entry: Sendable {
        let grant: ConsoleGrant
        let socket: WebSocket
        /// Called when its session is ended.
        let onEnd: @Sendable () -> Void
    }

    private struct State {
        var last: UInt64 = 0
        var open: [UInt64: Entry] = [:]
        /// Those whose session was ended, until they have noted that.
        var revoked: Set<UInt64> = []
    }

    private let limits: ConsoleLimits
    private let state = Mutex(State())

    init(limits: ConsoleLimits) { self.limits = limits }

    var count: Int { state.withLock { $0.open.count } }

    /// - Returns: its number for ``remove(_:)``; nil when there are too many.
    func add(_ grant: ConsoleGrant, _ socket: WebSocket, onEnd: @escaping @Sendable () -> Void) -> UInt64? {
        state.withLock { state in
            guard state.open.count < limits.total,
                state.open.values.count(where: { $0.grant.user == grant.user }) < limits.perUser
            else { return nil }
            state.last += 1
            state.open[state.last] = Entry(grant: grant, socket: socket, onEnd: onEnd)
            return state.last
        }
    }

    /// - Returns: whether it has ended with its session.
    func remove(_ number: UInt64) -> Bool {
        state.withLock { state in
            state.open[number] = nil
            return state.revoked.remove(number) != nil
        }
    }

    /// Who has a console open, other than by `number`.
    func user(of place: ConsolePlace, besides number: UInt64) -> String? {
        state.withLock { $0.open.first { $0.key != number && $0.value.grant.place == place }?.value.grant.user }
    }

    /// Ends every console of a session, all at once: a client may take its time to answer the goodbye.
    func end(session: SessionID) async {
        let ending = state.withLock { state in
            let ending = state.open.filter { $0.value.grant.session == session }
            state.revoked.formUnion(ending.keys)
            for number in ending.keys { state.open[number] = nil }
            return ending.values
        }
        for entry in ending { entry.onEnd() }
        await withTaskGroup { group in
            for entry in ending { group.addTask { await entry.socket.close(ConsoleClose.revoked) } }
        }
    }
}
