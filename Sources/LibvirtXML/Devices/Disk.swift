public import XMLTree

/// A disk, CD-ROM or floppy drive: `<disk>`.
public struct Disk: ElementView {
    public static let elementName = "disk"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// - Parameters:
    ///   - source: what is in the drive; nil is an empty drive.
    ///   - target: the name that identifies the disk in its domain, such as `vda`.
    ///   - format: of the image. Left out, libvirt takes `raw`: it does not probe, because a guest could forge a header.
    public init(
        device: Device = .disk, source: StorageSource?, target: String, bus: Bus, format: ImageFormat? = nil
    ) {
        self.init(element: XMLElement(Self.elementName, ["type": "file", "device": device.rawValue]))
        if let format {
            self.driverName = "qemu"
            self.format = format
        }
        self.source = source
        self.target = target
        self.bus = bus
        self.readOnly = device == .cdrom
    }

    public struct Properties: Sendable {
        /// Which kind of `source` this is. Set by setting `source`.
        public let type = Property<StorageType?>("@type")
        public let device = Property<Device?>("@device")
        public let driverName = Property<String?>("driver/@name")
        public let format = Property<ImageFormat?>("driver/@type")
        public let cache = Property<Cache?>("driver/@cache")
        public let io = Property<IO?>("driver/@io")
        public let discard = Property<Discard?>("driver/@discard")
        public let detectZeroes = Property<DetectZeroes?>("driver/@detect_zeroes")
        public let errorPolicy = Property<ErrorPolicy?>("driver/@error_policy")
        /// The number of the I/O thread, from 1.
        public let iothread = Property<UInt?>("driver/@iothread")
        public let queues = Property<UInt?>("driver/@queues")
        /// What is in the drive; nil when it is empty. Setting another source leaves `backingStore` as it is.
        public let source = Property<StorageSource?>(source: ())
        /// What happens when a CD-ROM's or floppy's file is missing at start.
        public let startupPolicy = Property<StartupPolicy?>("source/@startupPolicy")
        /// The next image below; one without a source ends the chain. nil: not known here.
        public let backingStore = Property<BackingStore?>(child: "backingStore")
        /// The name that identifies the disk in its domain, such as `vda`.
        public let target = Property<String?>("target/@dev")
        public let bus = Property<Bus?>("target/@bus")
        public let tray = Property<Tray?>("target/@tray")
        /// In turns a minute; 1 says solid state.
        public let rotationRate = Property<UInt?>("target/@rotation_rate")
        public let readOnly = Property<Bool>(presence: "readonly")
        public let shareable = Property<Bool>(presence: "shareable")
        /// Whether what the guest writes is dropped when it stops.
        public let transient = Property<Bool>(presence: "transient")
        public let serial = Property<String?>("serial")
        public let wwn = Property<String?>("wwn")
        /// From 1, counted over all devices of the domain.
        public let bootOrder = Property<UInt?>("boot/@order")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }
}

extension Disk {
    /// The images below the top one, nearest first, as far as this element tells.
    public var backingChain: [BackingStore] {
        var chain: [BackingStore] = []
        var next = self.backingStore
        while let store = next, store.type != nil {
            chain.append(store)
            next = store.backingStore
        }
        return chain
    }
}
