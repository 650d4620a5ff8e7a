import NIOCore

/// Notices when a client was silent for too long.
struct SignsOfLife {
    private let interval: TimeAmount
    private var clock: RepeatedTask?
    /// How many times in a row nothing had come.
    private var silences = 0

    /// One to be asked in, and one to answer in.
    private static let allowed = 2

    init(interval: TimeAmount) { self.interval = interval }

    /// Calls `look` each interval.
    mutating func begin(on eventLoop: any EventLoop, _ look: @escaping () -> Void) {
        let look = NIOLoopBound(look, eventLoop: eventLoop)
        clock = eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in look.value() }
    }

    mutating func end() { clock?.cancel() }

    mutating func seen() { silences = 0 }

    /// Counts one more interval.
    var isAlive: Bool {
        mutating get {
            silences += 1
            return silences <= Self.allowed
        }
    }
}
