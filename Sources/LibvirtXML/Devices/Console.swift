public import XMLTree

/// The console as the guest's kernel has it: `<console>`. The first stands for the first serial port.
public struct Console: ElementView {
    public static let elementName = "console"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ type: CharacterSource = .pty, target: TargetType = .serial, port: UInt = 0) {
        self.init(element: XMLElement(Self.elementName))
        self.type = type
        self.targetType = target
        self.port = port
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
        /// From 0.
        public let port = Property<UInt?>("target/@port")
        /// The pty on the host, known while the domain runs.
        public let tty = Property<String?>("@tty")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct TargetType: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let serial: Self = "serial"
        public static let virtio: Self = "virtio"
        public static let sclp: Self = "sclp"
        public static let xen: Self = "xen"
    }
}
