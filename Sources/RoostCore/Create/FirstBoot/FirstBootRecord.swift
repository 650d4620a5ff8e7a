import Synchronization

/// What is known of a first boot so far. It outlives a lost connection, and whoever gives up the waiting reads its end.
final class FirstBootRecord: Sendable {
    private struct State {
        var log = BootLog()
        var reached: Set<FirstBootPhase> = [.disk, .start]
    }

    private let state = Mutex(State())
    private let began = ContinuousClock.now
    private let tell: @Sendable (FirstBootEvent) -> Void

    init(tell: @escaping @Sendable (FirstBootEvent) -> Void) { self.tell = tell }

    var log: BootLog { state.withLock(\.log) }

    func has(_ phase: FirstBootPhase) -> Bool { state.withLock { $0.reached.contains(phase) } }

    func take(_ bytes: [UInt8]) {
        let phases = state.withLock { state in
            state.log.take(bytes)
            return state.log.reached
        }
        // That cloud-init is done is settled by whoever reads its result.
        for phase in [FirstBootPhase.firmware, .kernel] where phases.contains(phase) { reach(phase) }
    }

    /// The log is read from its beginning again, after a lost connection.
    func restartLog() { state.withLock { $0.log = BootLog() } }

    /// Tells of a phase, and of those before it that nothing was seen of.
    func reach(_ phase: FirstBootPhase) {
        // A guest may do without an agent.
        let before: [FirstBootPhase] = phase == .firmware ? [] : phase == .kernel ? [.firmware] : [.firmware, .kernel]
        for phase in before + [phase] {
            let isNew = state.withLock { $0.reached.insert(phase).inserted }
            if isNew { tell(.reached(phase, after: .now - began)) }
        }
    }

    /// What a log says that was there before may be of a boot that is over.
    func forgetPanic() { state.withLock { $0.log.panic = nil } }

    func tellEnd() {
        let end = log.end
        if !end.isEmpty { tell(.logEnd(end)) }
    }
}
