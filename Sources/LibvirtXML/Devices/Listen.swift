public import XMLTree

/// One place where graphics are listened for: `<listen>`.
public struct Listen: ElementView {
    public static let elementName = "listen"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(address: String) {
        self.init()
        self.type = .address
        self.address = address
    }

    public struct Properties: Sendable {
        public let type = Property<Kind?>("@type")
        public let address = Property<String?>("@address")
        public let network = Property<String?>("@network")
        public let socket = Property<String?>("@socket")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let address: Self = "address"
        public static let network: Self = "network"
        public static let socket: Self = "socket"
        public static let nowhere: Self = "none"
    }
}
