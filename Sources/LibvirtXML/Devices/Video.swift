public import XMLTree

/// A graphics card: `<video>`.
public struct Video: ElementView {
    public static let elementName = "video"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ model: Model) {
        self.init()
        self.model = model
    }

    public struct Properties: Sendable {
        public let model = Property<Model?>("model/@type")
        public let heads = Property<UInt?>("model/@heads")
        public let primary = Property<Bool?>(yesNo: "model/@primary")
        /// In KiB.
        public let ram = Property<UInt?>("model/@ram")
        /// In KiB.
        public let vram = Property<UInt?>("model/@vram")
        /// In KiB.
        public let vgamem = Property<UInt?>("model/@vgamem")
        public let acceleration3D = Property<Bool?>(yesNo: "model/acceleration/@accel3d")
        /// In pixels.
        public let width = Property<UInt?>("model/resolution/@x")
        /// In pixels.
        public let height = Property<UInt?>("model/resolution/@y")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Model: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let virtio: Self = "virtio"
        public static let qxl: Self = "qxl"
        public static let vga: Self = "vga"
        public static let cirrus: Self = "cirrus"
        public static let bochs: Self = "bochs"
        public static let ramfb: Self = "ramfb"
        public static let vmvga: Self = "vmvga"
        public static let noVideo: Self = "none"
    }
}
