import Synchronization

/// What has to end together with a connection, be it closed by its owner or lost.
final class ConnectionEndings: Sendable {
    private struct State {
        var actions: [UInt64: @Sendable () -> Void] = [:]
        var lastTicket: UInt64 = 0
        var reason: Connection.CloseReason?
        var watched = false
    }

    private let state = Mutex(State())

    /// Why the connection ended; nil as long as it has not.
    var reason: Connection.CloseReason? { state.withLock { $0.reason } }

    /// Whether libvirt was asked to report the loss of the connection.
    var isWatched: Bool { state.withLock { $0.watched } }

    /// Marks the connection as watched; false when it already was.
    func beginWatch() -> Bool {
        state.withLock { state in
            defer { state.watched = true }
            return !state.watched
        }
    }

    func abandonWatch() {
        state.withLock { $0.watched = false }
    }

    func nextTicket() -> UInt64 {
        state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
    }

    /// Has `action` run when the connection ends; at once when it has.
    func add(_ ticket: UInt64, _ action: @escaping @Sendable () -> Void) {
        let ended = state.withLock { state in
            if state.reason == nil { state.actions[ticket] = action }
            return state.reason != nil
        }
        if ended { action() }
    }

    func forget(_ ticket: UInt64) {
        state.withLock { state in _ = state.actions.removeValue(forKey: ticket) }
    }

    func end(_ reason: Connection.CloseReason) {
        let actions = state.withLock { state in
            guard state.reason == nil else { return [UInt64: @Sendable () -> Void]() }
            state.reason = reason
            defer { state.actions = [:] }
            return state.actions
        }
        for ticket in actions.keys.sorted() { actions[ticket]?() }
    }
}
