public import XMLTree

/// A device of the host that is given to the guest: `<hostdev>`.
public struct HostDevice: ElementView {
    public static let elementName = "hostdev"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// A PCI device at an address of the host.
    public static func pci(_ address: Address, managed: Bool = true) -> HostDevice {
        var device = HostDevice(.pci, managed: managed)
        var source = address
        source.type = nil
        device.source = source
        return device
    }

    /// A USB device by what it is.
    /// - Parameters:
    ///   - vendor: as in `0x0951`.
    ///   - product: as in `0x1625`.
    public static func usb(vendor: String, product: String, managed: Bool = true) -> HostDevice {
        var device = HostDevice(.usb, managed: managed)
        device.vendor = vendor
        device.product = product
        return device
    }

    private init(_ type: Kind, managed: Bool) {
        self.init()
        self.mode = .subsystem
        self.type = type
        self.managed = managed
    }

    public struct Properties: Sendable {
        public let mode = Property<Mode?>("@mode")
        public let type = Property<Kind?>("@type")
        /// Whether libvirt takes it from the host's driver at start and gives it back.
        public let managed = Property<Bool?>(yesNo: "@managed")
        public let startupPolicy = Property<StartupPolicy?>("source/@startupPolicy")
        /// Where it is on the host.
        public let source = Property<Address?>(child: "source/address")
        /// Of a USB device, as in `0x0951`.
        public let vendor = Property<String?>("source/vendor/@id")
        /// Of a USB device.
        public let product = Property<String?>("source/product/@id")
        /// Of a mediated device, such as `vfio-pci`.
        public let model = Property<String?>("@model")
        /// From 1, counted over all devices of the domain.
        public let bootOrder = Property<UInt?>("boot/@order")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Mode: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let subsystem: Self = "subsystem"
        public static let capabilities: Self = "capabilities"
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let pci: Self = "pci"
        public static let usb: Self = "usb"
        public static let scsi: Self = "scsi"
        public static let scsiHost: Self = "scsi_host"
        public static let mediated: Self = "mdev"
    }
}
