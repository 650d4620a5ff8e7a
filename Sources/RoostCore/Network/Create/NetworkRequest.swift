/// A network to be made.
public struct NetworkRequest: Hashable, Sendable, Codable {
    public enum Subnet: Hashable, Sendable, Codable {
        /// The first that is free.
        case automatic
        /// The host has no address in it.
        case none
        case given(NetworkSubnet)
    }

    public enum DHCP: Hashable, Sendable, Codable {
        /// All of the subnet but the host's address.
        case automatic
        case none
        case range(AddressRange)
    }

    public enum IPv6: Hashable, Sendable, Codable {
        case none
        /// A private network of its own, chosen at random.
        case automatic
        case given(NetworkSubnet)
    }

    public var name: String
    public var kind = NetworkKind.nat
    /// The bridge that the host has, for the kind `bridge`; else the name of the one that is made, where not libvirt chooses it.
    public var bridge: String?
    /// The host's interface that traffic leaves by; nil for any.
    public var device: String?
    public var subnet = Subnet.automatic
    public var dhcp = DHCP.automatic
    public var ipv6 = IPv6.none
    public var domain: String?
    public var dnsNames: [NetworkDNSName] = []
    public var vlans: [Int] = []
    /// In bytes.
    public var mtu: UInt?
    public var portGroups: [NetworkPortGroup] = []
    /// Whether the bridge is one of Open vSwitch, where that cannot be seen.
    public var isOpenVSwitch = false
    /// Whether addresses may be in use elsewhere on the host.
    public var mayOverlap = false
    public var start = true
    public var autostart = true

    public init(name: String) { self.name = name }
}
