/// What is to be different about a network; what is nil or empty stays as it is.
public struct NetworkChange: Hashable, Sendable, Codable {
    public var kind: NetworkKind?
    public var subnet: NetworkSubnet?
    public var dhcp: NetworkRequest.DHCP?
    public var ipv6: NetworkRequest.IPv6?
    /// An empty text takes it away.
    public var domain: String?
    public var mtu: UInt?
    public var addedDNSNames: [NetworkDNSName] = []
    public var removedDNSNames: [String] = []
    /// One of a name that is there already changes that one, which keeps what is not said here.
    public var portGroups: [NetworkPortGroup] = []
    public var removedPortGroups: [String] = []
    public var mayOverlap = false
    public var autostart: Bool?

    public init() {}

    public var isEmpty: Bool {
        var other = NetworkChange()
        other.mayOverlap = mayOverlap
        return self == other
    }
}

/// What came of it, in sentences.
public struct NetworkChangeReport: Hashable, Sendable, Codable {
    public var network: String
    public var isActive: Bool
    /// What the network does from now on.
    public var now: [String] = []
    /// What it does when it is started the next time.
    public var atNextStart: [String] = []
    public var notices: [String] = []
}
