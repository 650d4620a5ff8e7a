public import XMLTree

/// The names of an address: `<host>` of `<dns>`.
public struct DNSHost: ElementView {
    public static let elementName = "host"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(address: String, names: [String]) {
        self.init()
        self.address = address
        self.names = names
    }

    public struct Properties: Sendable {
        public let address = Property<String?>("@ip")
        public let names = Property<[String]>(texts: "hostname")
    }
}
