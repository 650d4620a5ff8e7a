public import XMLTree

/// A private line between host and guest: `<channel>`.
public struct Channel: ElementView {
    public static let elementName = "channel"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ type: CharacterSource, name: String, target: TargetType = .virtio) {
        self.init()
        self.type = type
        self.targetType = target
        self.name = name
    }

    /// The line of QEMU's guest agent.
    public static let guestAgent = Channel(.unix, name: "org.qemu.guest_agent.0")

    /// The line of SPICE's guest agent.
    public static let spiceAgent = Channel(.spiceVMC, name: "com.redhat.spice.0")

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
        /// By which the guest finds it, such as `org.qemu.guest_agent.0`.
        public let name = Property<String?>("target/@name")
        /// Whether something in the guest has it open; known while the domain runs.
        public let state = Property<State?>("target/@state")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct TargetType: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let virtio: Self = "virtio"
        public static let guestfwd: Self = "guestfwd"
        public static let xen: Self = "xen"
    }

    public struct State: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let connected: Self = "connected"
        public static let disconnected: Self = "disconnected"
    }
}
