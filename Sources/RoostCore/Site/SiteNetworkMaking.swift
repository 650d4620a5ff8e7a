/// A network that is decided and not yet made.
public protocol SiteNetworkMaking: Sendable {
    /// What the person should know, a sentence each.
    var notices: [String] { get }
    /// libvirt's description of it.
    func xml() throws(Failure) -> String
    /// Makes it, and says what it has become.
    func make() async throws(Failure) -> NetworkDetails
}
