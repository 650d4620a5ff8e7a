public import XMLTree

/// An address of the host on a network, and what is served there: `<ip>`.
public struct NetworkAddress: ElementView {
    public static let elementName = "ip"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ address: String, prefix: UInt, family: Family? = nil) {
        self.init()
        self.family = family
        self.address = address
        self.prefix = prefix
    }

    public struct Properties: Sendable {
        public let address = Property<String?>("@address")
        public let netmask = Property<String?>("@netmask")
        public let prefix = Property<UInt?>("@prefix")
        /// nil is IPv4.
        public let family = Property<Family?>("@family")
        public let dhcpRanges = Property<[DHCPRange]>(children: "dhcp/range")
        public let dhcpHosts = Property<[DHCPHost]>(children: "dhcp/host")
        public let bootFile = Property<String?>("dhcp/bootp/@file")
        public let bootServer = Property<String?>("dhcp/bootp/@server")
        /// A directory of the host.
        public let tftpRoot = Property<String?>("tftp/@root")
    }

    public struct Family: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let ipv4: Self = "ipv4"
        public static let ipv6: Self = "ipv6"
    }
}
