import RoostCore
import Synchronization

/// Tells each phase of a first boot once, from what an operation says of its progress.
final class PhaseTeller: Sendable {
    private let tell: @Sendable (FirstBootEvent) -> Void
    private let told = Mutex<Set<String>>([])
    private let began = ContinuousClock.now

    init(_ tell: @escaping @Sendable (FirstBootEvent) -> Void) { self.tell = tell }

    func note(_ progress: OperationProgress) {
        guard let phase = FirstBootPhase(rawValue: progress.step),
            told.withLock({ $0.insert(progress.step).inserted })
        else { return }
        tell(.reached(phase, after: .now - began))
    }
}
