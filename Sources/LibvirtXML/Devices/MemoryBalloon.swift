public import XMLTree

/// The device that takes memory back from a guest: `<memballoon>`.
public struct MemoryBalloon: ElementView {
    public static let elementName = "memballoon"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ model: Model) {
        self.init()
        self.model = model
    }

    public struct Properties: Sendable {
        public let model = Property<Model?>("@model")
        public let autodeflate = Property<Bool?>(onOff: "@autodeflate")
        public let freePageReporting = Property<Bool?>(onOff: "@freePageReporting")
        /// In seconds; 0 is never.
        public let statisticsPeriod = Property<UInt?>("stats/@period")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Model: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let virtio: Self = "virtio"
        public static let virtioTransitional: Self = "virtio-transitional"
        public static let virtioNonTransitional: Self = "virtio-non-transitional"
        public static let noBalloon: Self = "none"
    }
}
