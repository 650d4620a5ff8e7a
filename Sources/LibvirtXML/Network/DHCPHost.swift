public import XMLTree

/// A fixed lease: `<host>` of `<dhcp>`.
public struct DHCPHost: ElementView {
    public static let elementName = "host"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(mac: String?, name: String? = nil, address: String) {
        self.init()
        self.mac = mac
        self.name = name
        self.address = address
    }

    public struct Properties: Sendable {
        public let mac = Property<String?>("@mac")
        /// The DUID of an IPv6 client.
        public let id = Property<String?>("@id")
        public let name = Property<String?>("@name")
        public let address = Property<String?>("@ip")
    }
}
