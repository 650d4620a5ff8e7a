public import XMLTree

/// A virtual network: `<network>`.
public struct Network: DocumentView {
    public static let elementName = "network"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(name: String, forward: Forward? = nil, bridge: String? = nil) {
        self.init()
        self.name = name
        self.forward = forward
        self.bridge = bridge
    }

    public struct Properties: Sendable {
        /// How many interfaces use it now.
        public let connections = Property<UInt?>("@connections")
        public let name = Property<String>(required: "name")
        public let uuid = Property<String?>("uuid")
        public let title = Property<String?>("title")
        public let description = Property<String?>("description")
        /// Whether guests may talk to each other over IPv6 without an IPv6 address of the network's own.
        public let ipv6 = Property<Bool?>(yesNo: "@ipv6")
        /// How traffic leaves; nil keeps it inside.
        public let forward = Property<Forward?>(child: "forward")
        public let bridge = Property<String?>("bridge/@name")
        public let spanningTree = Property<Bool?>(onOff: "bridge/@stp")
        /// In seconds.
        public let bridgeDelay = Property<UInt?>("bridge/@delay")
        public let bridgeZone = Property<String?>("bridge/@zone")
        /// In bytes.
        public let mtu = Property<UInt?>("mtu/@size")
        /// Of the bridge.
        public let mac = Property<String?>("mac/@address")
        public let domain = Property<String?>("domain/@name")
        /// Whether names of the domain are never asked for elsewhere.
        public let domainLocalOnly = Property<Bool?>(yesNo: "domain/@localOnly")
        public let dns = Property<Bool?>(yesNo: "dns/@enable")
        public let dnsForwarders = Property<[String]>(texts: "dns/forwarder/@addr")
        public let dnsHosts = Property<[DNSHost]>(children: "dns/host")
        public let addresses = Property<[NetworkAddress]>(children: "ip")
        public let virtualPort = Property<VirtualPort?>(child: "virtualport")
        /// Of the whole network.
        public let vlanTags = Property<[UInt]>(texts: "vlan/tag/@id")
        public let vlanTrunk = Property<Bool?>(yesNo: "vlan/@trunk")
        public let portGroups = Property<[PortGroup]>(children: "portgroup")
    }
}

extension Network {
    /// The hosts with a fixed lease, in all the network's address ranges.
    public var dhcpHosts: [DHCPHost] { self.addresses.flatMap(\.dhcpHosts) }

    /// The fixed lease of a MAC address; letter case does not matter.
    public func dhcpHost(mac: String) -> DHCPHost? {
        dhcpHosts.first { $0.mac?.lowercased() == mac.lowercased() }
    }
}
