/// How a connection finds out that its peer is dead.
///
/// The peer is asked by a call, and not by libvirt's keep-alive messages (`virConnectSetKeepAlive`): when those find it dead
/// while two calls wait, libvirt 9.0 fails one of them, leaves the other one waiting for ever, and crashes the program if the
/// peer goes on after all.
public struct KeepAlive: Hashable, Sendable {
    /// How long the peer may be silent before it is asked whether it is there.
    public var interval: Duration
    /// Number of intervals that it may take to answer; at least 1.
    public var count: Int

    public init(interval: Duration, count: Int) {
        precondition(interval > .zero && count > 0)
        self.interval = interval
        self.count = count
    }

    /// A dead peer is found within 20 seconds.
    public static let standard = KeepAlive(interval: .seconds(4), count: 3)

    /// After how long at most a dead peer is found.
    public var longest: Duration { interval * (count + 2) }
}
