import RoostCore

/// What becomes of a serial console, for its page.
struct SerialNotice: Codable, Hashable, Sendable {
    enum Event: String, Codable, Sendable {
        /// It is open: for the first time, or again.
        case attached
        /// The machine is off; the console waits for its next start.
        case stopped
        /// The host is lost; the console waits for it.
        case disconnected
        /// Bytes were thrown away, as they came faster than they were taken.
        case lost
    }

    let event: Event
    var why: String?
    var bytes: Int?

    /// - Returns: nil for what is not told in this way.
    init?(_ event: ConsoleEvent) {
        switch event {
        case .attached: self.event = .attached
        case .stopped: self.event = .stopped
        case .disconnected(let failure): (self.event, why) = (.disconnected, failure.description)
        case .lost(let count): (self.event, bytes) = (.lost, count)
        case .output, .gone: return nil
        }
    }
}
