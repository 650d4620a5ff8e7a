/// The time that several steps may take.
struct TimeBudget: Sendable {
    private let limit: Duration?
    /// nil where each step has the whole time: a person who types a password counts against nothing.
    private let end: ContinuousClock.Instant?

    /// - Parameters:
    ///   - limit: nil leaves each step its own standard.
    ///   - asks: whether a person can be asked in between.
    init(_ limit: Duration?, asks: Bool) {
        self.limit = limit
        end = asks ? nil : limit.map { .now + $0 }
    }

    /// What is left for the next step.
    func left(_ standard: Duration) -> Duration {
        end.map { max(.zero, $0 - .now) } ?? limit ?? standard
    }
}
