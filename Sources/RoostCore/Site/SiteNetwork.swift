/// A network as commands speak to it: over libvirt, as ``VirtualNetwork`` does, or through a server.
public protocol SiteNetwork: SiteItem {
    func details() async throws(Failure) -> NetworkDetails
    func connections() async throws(Failure) -> [NetworkDetails.Connection]
    /// libvirt's own description.
    func xml() async throws(Failure) -> String
    func start() async throws(Failure)
    func stop() async throws(Failure)
    func setAutostart(_ autostart: Bool) async throws(Failure)
    /// Changes the definition, and the running network as far as libvirt can.
    func change(_ change: NetworkChangeArguments) async throws(Failure) -> NetworkChangeReport
    /// Opens the definition to be edited; see ``NetworkEdit``.
    func editing() async throws(Failure) -> any TextEdit
    /// What a deletion would take; nothing is done.
    /// - Throws: ``Failure`` of kind state where running machines use it and `force` is not said.
    func deleting(force: Bool) async throws(Failure) -> any SiteNetworkDeletion
}
