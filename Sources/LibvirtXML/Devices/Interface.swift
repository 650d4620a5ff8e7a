public import XMLTree

/// A network card: `<interface>`.
public struct Interface: ElementView {
    public static let elementName = "interface"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// - Parameter mac: six hexadecimal bytes with colons; left out, libvirt makes one.
    public init(source: Source, model: Model? = nil, mac: String? = nil) {
        self.init(element: XMLElement(Self.elementName, ["type": source.type.rawValue]))
        self.mac = mac
        self.source = source
        self.model = model
    }

    public struct Properties: Sendable {
        /// Which kind of `source` this is. Set by setting `source`.
        public let type = Property<Kind?>("@type")
        public let source = Property<Source?>(interfaceSource: ())
        public let portGroup = Property<String?>("source/@portgroup")
        /// Six hexadecimal bytes with colons; it identifies the card in its domain.
        public let mac = Property<String?>("mac/@address")
        public let model = Property<Model?>("model/@type")
        /// The device on the host. libvirt makes a name when the domain starts.
        public let target = Property<String?>("target/@dev")
        public let driverName = Property<String?>("driver/@name")
        public let queues = Property<UInt?>("driver/@queues")
        public let virtualPort = Property<VirtualPort?>(child: "virtualport")
        public let vlanTags = Property<[UInt]>(texts: "vlan/tag/@id")
        public let vlanTrunk = Property<Bool?>(yesNo: "vlan/@trunk")
        /// In bytes.
        public let mtu = Property<UInt?>("mtu/@size")
        public let linkState = Property<LinkState?>("link/@state")
        public let filter = Property<String?>("filterref/@filter")
        public let isolated = Property<Bool?>(yesNo: "port/@isolated")
        /// What the guest may receive.
        public let inbound = Property<Bandwidth?>(child: "bandwidth/inbound")
        /// What the guest may send.
        public let outbound = Property<Bandwidth?>(child: "bandwidth/outbound")
        /// From 1, counted over all devices of the domain.
        public let bootOrder = Property<UInt?>("boot/@order")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let network: Self = "network"
        public static let bridge: Self = "bridge"
        public static let direct: Self = "direct"
        public static let user: Self = "user"
        public static let ethernet: Self = "ethernet"
        public static let hostdev: Self = "hostdev"
        public static let vdpa: Self = "vdpa"
        public static let vhostUser: Self = "vhostuser"
    }

    public struct Model: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let virtio: Self = "virtio"
        public static let e1000: Self = "e1000"
        public static let e1000e: Self = "e1000e"
        public static let rtl8139: Self = "rtl8139"
    }

    public struct LinkState: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let up: Self = "up"
        public static let down: Self = "down"
    }
}
