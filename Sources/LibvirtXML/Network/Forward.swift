public import XMLTree

/// How a network's traffic leaves: `<forward>`.
public struct Forward: ElementView {
    public static let elementName = "forward"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ mode: Mode, device: String? = nil) {
        self.init()
        self.mode = mode
        self.device = device
    }

    public struct Properties: Sendable {
        /// nil is `nat`.
        public let mode = Property<Mode?>("@mode")
        /// The host's device that traffic must leave by.
        public let device = Property<String?>("@dev")
        public let interfaces = Property<[String]>(texts: "interface/@dev")
        /// Whether addresses of IPv6 are translated too.
        public let natIPv6 = Property<Bool?>(yesNo: "nat/@ipv6")
        public let natPortStart = Property<UInt?>("nat/port/@start")
        public let natPortEnd = Property<UInt?>("nat/port/@end")
    }

    public struct Mode: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let nat: Self = "nat"
        public static let route: Self = "route"
        public static let open: Self = "open"
        public static let bridge: Self = "bridge"
        public static let passthrough: Self = "passthrough"
        public static let `private`: Self = "private"
        public static let vepa: Self = "vepa"
        public static let hostdev: Self = "hostdev"
    }
}
