public import XMLTree

/// How a domain boots: `<os>`.
public struct OperatingSystem: ElementView {
    public static let elementName = "os"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let type = Property<Kind?>("type")
        public let architecture = Property<Architecture?>("type/@arch")
        /// Such as `q35`, or the version that it stood for at definition, such as `pc-q35-7.2`.
        public let machine = Property<String?>("type/@machine")
        /// Set: libvirt chooses `loader` and `nvram`.
        public let firmware = Property<Firmware?>("@firmware")
        public let firmwareFeatures = Property<[FirmwareFeature]>(children: "firmware/feature")
        /// The path of the firmware's code.
        public let loader = Property<String?>("loader")
        public let loaderReadOnly = Property<Bool?>(yesNo: "loader/@readonly")
        public let loaderSecure = Property<Bool?>(yesNo: "loader/@secure")
        public let loaderType = Property<LoaderType?>("loader/@type")
        /// The path of the firmware's variables.
        public let nvram = Property<String?>("nvram")
        public let nvramTemplate = Property<String?>("nvram/@template")
        /// In the order they are tried. libvirt refuses it together with a device's `bootOrder`.
        public let bootDevices = Property<[BootDevice]>(texts: "boot/@dev")
        public let bootMenu = Property<Bool?>(yesNo: "bootmenu/@enable")
        /// In milliseconds, at most 65535.
        public let bootMenuTimeout = Property<UInt?>("bootmenu/@timeout")
        /// In milliseconds, at most 65535; -1: do not reboot when nothing boots.
        public let rebootTimeout = Property<Int?>("bios/@rebootTimeout")
        /// Whether the firmware also writes to the serial port.
        public let useSerial = Property<Bool?>(yesNo: "bios/@useserial")
        public let kernel = Property<String?>("kernel")
        public let initrd = Property<String?>("initrd")
        public let commandLine = Property<String?>("cmdline")
        public let smbios = Property<SMBIOSMode?>("smbios/@mode")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let hvm: Self = "hvm"
        public static let xen: Self = "xen"
        public static let exe: Self = "exe"
        public static let linux: Self = "linux"
    }

    public struct SMBIOSMode: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let emulate: Self = "emulate"
        public static let host: Self = "host"
        public static let sysinfo: Self = "sysinfo"
    }
}
