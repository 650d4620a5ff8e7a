public import XMLTree

/// A controller of a bus: `<controller>`.
public struct Controller: ElementView {
    public static let elementName = "controller"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ type: Kind, index: UInt? = nil, model: Model? = nil) {
        self.init()
        self.type = type
        self.index = index
        self.model = model
    }

    public struct Properties: Sendable {
        public let type = Property<Kind?>("@type")
        /// Counted for each type, from 0.
        public let index = Property<UInt?>("@index")
        public let model = Property<Model?>("@model")
        public let ports = Property<UInt?>("@ports")
        public let queues = Property<UInt?>("driver/@queues")
        public let iothread = Property<UInt?>("driver/@iothread")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let scsi: Self = "scsi"
        public static let usb: Self = "usb"
        public static let pci: Self = "pci"
        public static let sata: Self = "sata"
        public static let ide: Self = "ide"
        public static let fdc: Self = "fdc"
        public static let virtioSerial: Self = "virtio-serial"
        public static let ccid: Self = "ccid"
    }

    public struct Model: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let virtioSCSI: Self = "virtio-scsi"
        public static let lsilogic: Self = "lsilogic"
        public static let qemuXHCI: Self = "qemu-xhci"
        public static let ich9EHCI1: Self = "ich9-ehci1"
        public static let noController: Self = "none"
        public static let pciRoot: Self = "pci-root"
        public static let pcieRoot: Self = "pcie-root"
        public static let pcieRootPort: Self = "pcie-root-port"
        public static let pcieToPCIBridge: Self = "pcie-to-pci-bridge"
    }
}
