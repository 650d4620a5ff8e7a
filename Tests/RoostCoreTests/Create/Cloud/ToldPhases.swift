import Synchronization

@testable import RoostCore

/// What a first boot has told.
final class ToldPhases: Sendable {
    private let phases = Mutex<[FirstBootPhase]>([])

    func add(_ phase: FirstBootPhase) { phases.withLock { $0.append(phase) } }

    var all: [FirstBootPhase] { phases.withLock(\.self) }
}
