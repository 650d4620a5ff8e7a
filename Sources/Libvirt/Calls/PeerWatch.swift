import Synchronization

/// Whether the peer still answers, and what is to end when it does not: every call that waits, since libvirt's calls wait
/// without a limit. Their threads stay behind until the peer answers after all, or hangs up.
///
/// A connection and the one for its long work have the same peer and share this.
final class PeerWatch: Sendable {
    private struct State {
        var actions: [UInt64: @Sendable (LibvirtError) -> Void] = [:]
        var lastTicket: UInt64 = 0
        var lastAnswer = SuspendingClock.now
        var loss: LibvirtError?
    }

    private let state = Mutex(State())

    /// The error that everything ended with; nil as long as the peer answers.
    var loss: LibvirtError? { state.withLock { $0.loss } }

    /// Has `action` run when the peer is given up.
    /// - Returns: the ticket to forget it by; nil, and nothing is kept, when the peer has been given up before.
    func add(_ action: @escaping @Sendable (LibvirtError) -> Void) -> UInt64? {
        state.withLock { state in
            guard state.loss == nil else { return nil }
            state.lastTicket += 1
            state.actions[state.lastTicket] = action
            return state.lastTicket
        }
    }

    func forget(_ ticket: UInt64) {
        state.withLock { state in _ = state.actions.removeValue(forKey: ticket) }
    }

    /// The peer has given a sign of life.
    func answered() {
        state.withLock { $0.lastAnswer = .now }
    }

    func giveUp(_ error: LibvirtError) {
        let actions = state.withLock { state in
            defer { state.actions = [:] }
            guard state.loss == nil else { return [UInt64: @Sendable (LibvirtError) -> Void]() }
            state.loss = error
            return state.actions
        }
        for ticket in actions.keys.sorted() { actions[ticket]?(error) }
    }

    /// Watches until the peer is given up or the connection is gone.
    ///
    /// - Parameter ask: sends the peer a question, whose answer calls `answered()`; returns false when the connection is gone.
    func keep(_ keepAlive: KeepAlive, asking ask: @escaping @Sendable () -> Bool) {
        Task {
            // The time that a computer sleeps is nobody's silence. Nobody cancels this task, so a sleep does not fail.
            let clock = SuspendingClock()
            while true {
                try? await clock.sleep(for: keepAlive.interval)
                guard loss == nil else { return }
                guard lastAnswer.duration(to: clock.now) >= keepAlive.interval else { continue }
                let asked = clock.now
                guard ask() else { return }
                for _ in 0..<keepAlive.count where lastAnswer < asked {
                    try? await clock.sleep(for: keepAlive.interval)
                }
                if lastAnswer < asked { giveUp(.silent(keepAlive.interval * keepAlive.count)) }
            }
        }
    }

    private var lastAnswer: SuspendingClock.Instant { state.withLock { $0.lastAnswer } }
}
