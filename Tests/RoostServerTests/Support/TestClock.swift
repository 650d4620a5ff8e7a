import Foundation
import Synchronization

/// A clock that stands until a test moves it.
final class TestClock: Sendable {
    private let passed = Mutex(0.0)
    private let start = Date(timeIntervalSince1970: 1_900_000_000)
    private let origin = ContinuousClock.now

    var now: Date { start + passed.withLock { $0 } }
    var instant: ContinuousClock.Instant { origin + .seconds(passed.withLock { $0 }) }

    func pass(_ seconds: Double) { passed.withLock { $0 += seconds } }
}
