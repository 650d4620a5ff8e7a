public import XMLTree

/// A keyboard, mouse or tablet: `<input>`.
public struct Input: ElementView {
    public static let elementName = "input"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ type: Kind, bus: Bus) {
        self.init()
        self.type = type
        self.bus = bus
    }

    public struct Properties: Sendable {
        public let type = Property<Kind?>("@type")
        public let bus = Property<Bus?>("@bus")
        public let model = Property<String?>("@model")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let tablet: Self = "tablet"
        public static let mouse: Self = "mouse"
        public static let keyboard: Self = "keyboard"
        public static let passthrough: Self = "passthrough"
        public static let evdev: Self = "evdev"
    }

    public struct Bus: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let usb: Self = "usb"
        public static let ps2: Self = "ps2"
        public static let virtio: Self = "virtio"
        public static let xen: Self = "xen"
    }
}
