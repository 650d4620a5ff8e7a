/// Addresses that are in use on a host already.
public struct SubnetUse: Hashable, Sendable, Codable {
    public var network: IPNetwork
    /// By what: "network default", "the host's eth0", "a route of the host (tun0)".
    public var user: String

    public init(_ network: IPNetwork, _ user: String) {
        self.network = network
        self.user = user
    }
}
