/// A storage pool as commands speak to it: over libvirt, as ``Pool`` does, or through a server.
public protocol SitePool: SiteItem {
    func details() async throws(Failure) -> PoolDetails
    /// libvirt's own description.
    func xml() async throws(Failure) -> String
    func start() async throws(Failure)
    func stop() async throws(Failure)
}

extension Pool: SitePool {}
