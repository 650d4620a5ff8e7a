/// A host that is looked at and mended: by its shell, as ``HostChecker`` does, or through a server.
public protocol SiteCheckup: Sendable {
    /// - Throws: ``Failure`` where the host cannot be looked at.
    func check() async throws(Failure) -> HostCheckReport
    /// What can be mended, to be shown first.
    /// - Parameter report: how the host was found.
    func mending(after report: HostCheckReport) async throws(Failure) -> any SiteMending
}
