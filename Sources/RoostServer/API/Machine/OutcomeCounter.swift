import RoostCore
import Synchronization

/// Tells how many of several machines are done with.
final class OutcomeCounter: Sendable {
    private let done = Mutex(UInt64(0))
    private let total: Int
    private let report: @Sendable (OperationProgress) -> Void

    init(total: Int, report: @escaping @Sendable (OperationProgress) -> Void) {
        self.total = total
        self.report = report
    }

    func note(_ name: String) {
        let count = done.withLock { count in
            count += 1
            return count
        }
        report(OperationProgress(step: name, done: count, total: UInt64(total)))
    }
}
