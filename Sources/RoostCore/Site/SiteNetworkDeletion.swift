/// The deletion of a network, worked out and not yet done.
public protocol SiteNetworkDeletion: Sendable {
    /// What the network is called.
    var label: String { get }
    /// What goes, and whom that touches.
    var shown: NetworkDeletion { get }
    /// - Throws: ``Failure`` where it is not any more what was shown.
    func delete() async throws(Failure)
}
