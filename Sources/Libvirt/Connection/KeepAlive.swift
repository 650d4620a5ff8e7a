/// How a connection finds out that its peer is dead.
public struct KeepAlive: Hashable, Sendable {
    /// Seconds between two messages while the peer is silent.
    public var interval: Int32
    /// Number of messages left unanswered after which the connection is given up, one interval after the last.
    public var count: UInt32

    public init(interval: Int32, count: UInt32) {
        self.interval = interval
        self.count = count
    }

    /// A dead peer is found within 16 seconds.
    public static let standard = KeepAlive(interval: 4, count: 3)
}
