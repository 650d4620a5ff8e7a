/// One host as commands speak to it, where something is made or changed: over libvirt, as ``Host`` does, or through a server.
public protocol SiteHost: Sendable {
    var name: String { get }
    /// What messages call something of this host: `NAME`, or `HOST/NAME` where several hosts are in play.
    func label(_ name: String) -> String
    /// Decides a network; nothing is made.
    func making(_ network: NetworkArguments) async throws(Failure) -> any SiteNetworkMaking
    /// See ``Host/restorePublishedPorts()``.
    func restorePublishedPorts() async throws(Failure) -> Int
    func bridge(_ name: String) async throws(Failure) -> HostBridge
    /// Decides a bridge; nothing is made.
    func makingBridge(_ request: BridgeRequest) async throws(Failure) -> any SiteBridgeMaking
    /// Works out what the deletion of a bridge touches.
    /// - Throws: ``Failure`` of kind state where guests are plugged in and `force` is not said.
    func deletingBridge(_ name: String, force: Bool) async throws(Failure) -> any SiteBridgeDeletion
    /// Keeps a bridge that waits to be confirmed, by a connection that is new.
    func confirmBridge(_ name: String) async throws(Failure)
}
