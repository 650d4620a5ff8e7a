/// The present speed of a task, smoothed over some seconds.
struct ProgressRate {
    private var last: (done: UInt64, time: Duration)?

    /// Nil until two measurements are known.
    private(set) var perSecond: Double?

    /// How many seconds it takes until an old speed weighs only half.
    private static let memory = 3.0

    mutating func add(done: UInt64, at time: Duration) {
        guard let before = last else {
            last = (done, time)
            return
        }
        let elapsed = (time - before.time) / .seconds(1)
        // A task that went back, as one that starts over does, has no speed yet.
        guard elapsed > 0, done >= before.done else {
            last = (done, time)
            perSecond = nil
            return
        }
        let present = Double(done - before.done) / elapsed
        let weight = elapsed / (elapsed + Self.memory)
        perSecond = perSecond.map { $0 + (present - $0) * weight } ?? present
        last = (done, time)
    }
}
