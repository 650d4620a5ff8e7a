public import XMLTree

/// How a network card is known to a virtual switch: `<virtualport>`.
public struct VirtualPort: ElementView {
    public static let elementName = "virtualport"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ type: Kind, interfaceID: String? = nil) {
        self.init()
        self.type = type
        self.interfaceID = interfaceID
    }

    public struct Properties: Sendable {
        public let type = Property<Kind?>("@type")
        public let interfaceID = Property<String?>("parameters/@interfaceid")
        public let profileID = Property<String?>("parameters/@profileid")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let openvswitch: Self = "openvswitch"
        public static let midonet: Self = "midonet"
    }
}
