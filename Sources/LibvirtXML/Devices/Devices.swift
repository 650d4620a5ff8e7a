public import XMLTree

/// The devices of a domain: `<devices>`.
///
/// A device is found by what identifies it (a disk's target, a card's MAC address, an alias), never by its position: other
/// programs insert and remove devices too.
public struct Devices: ElementView {
    public static let elementName = "devices"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        /// The path of the program that runs the domain.
        public let emulator = Property<String?>("emulator")
        public let disks = Property<[Disk]>(children: "disk")
        public let controllers = Property<[Controller]>(children: "controller")
        public let interfaces = Property<[Interface]>(children: "interface")
        public let graphics = Property<[Graphics]>(children: "graphics")
        public let videos = Property<[Video]>(children: "video")
        public let sounds = Property<[Sound]>(children: "sound")
        public let serials = Property<[Serial]>(children: "serial")
        public let consoles = Property<[Console]>(children: "console")
        public let channels = Property<[Channel]>(children: "channel")
        public let inputs = Property<[Input]>(children: "input")
        public let randomNumberGenerators = Property<[RandomNumberGenerator]>(children: "rng")
        public let tpms = Property<[TPM]>(children: "tpm")
        public let memoryBalloon = Property<MemoryBalloon?>(child: "memballoon")
        public let watchdogs = Property<[Watchdog]>(children: "watchdog")
        public let filesystems = Property<[Filesystem]>(children: "filesystem")
        public let hostDevices = Property<[HostDevice]>(children: "hostdev")
        public let panics = Property<[Panic]>(children: "panic")
        public let vsocket = Property<VSocket?>(child: "vsock")
    }
}
