/// A network as commands speak to it: over libvirt, as ``VirtualNetwork`` does, or through a server.
public protocol SiteNetwork: SiteItem {
    func details() async throws(Failure) -> NetworkDetails
    func connections() async throws(Failure) -> [NetworkDetails.Connection]
    /// libvirt's own description.
    func xml() async throws(Failure) -> String
    func start() async throws(Failure)
    func stop() async throws(Failure)
}

extension VirtualNetwork: SiteNetwork {}
