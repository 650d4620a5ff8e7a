public import XMLTree

/// A serial port: `<serial>`.
public struct Serial: ElementView {
    public static let elementName = "serial"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ type: CharacterSource = .pty, path: String? = nil) {
        self.init(element: XMLElement(Self.elementName))
        self.type = type
        self.path = path
    }

    public struct Properties: Sendable {
        public let type = Property<CharacterSource?>("@type")
        /// The path of a device, socket or file of the host; for a pty known while the domain runs.
        public let path = Property<String?>("source/@path")
        public let mode = Property<CharacterMode?>("source/@mode")
        public let host = Property<String?>("source/@host")
        /// A port number or name.
        public let service = Property<String?>("source/@service")
        public let protocolType = Property<String?>("protocol/@type")
        /// A spice channel's name.
        public let channel = Property<String?>("source/@channel")
        /// The file to which all output goes as well.
        public let logFile = Property<String?>("log/@file")
        public let logAppend = Property<Bool?>(onOff: "log/@append")
        public let targetType = Property<TargetType?>("target/@type")
        public let targetModel = Property<String?>("target/model/@name")
        /// From 0.
        public let port = Property<UInt?>("target/@port")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct TargetType: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let isaSerial: Self = "isa-serial"
        public static let usbSerial: Self = "usb-serial"
        public static let pciSerial: Self = "pci-serial"
        public static let systemSerial: Self = "system-serial"
        public static let spaprVIOSerial: Self = "spapr-vio-serial"
        public static let sclpSerial: Self = "sclp-serial"
    }
}
