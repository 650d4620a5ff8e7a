/// The deletion of a bridge that Roost has made, worked out and not yet done.
public protocol SiteBridgeDeletion: Sendable {
    var shown: BridgeDeletion { get }
    /// The host takes that back by itself unless a new connection shows in time that it is still there.
    /// - Parameter timeout: in seconds.
    func delete(within timeout: Int, _ tell: @escaping @Sendable (BridgeProgress) -> Void) async throws(Failure)
}
