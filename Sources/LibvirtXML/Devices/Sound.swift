public import XMLTree

/// A sound card: `<sound>`.
public struct Sound: ElementView {
    public static let elementName = "sound"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ model: Model) {
        self.init()
        self.model = model
    }

    public struct Properties: Sendable {
        public let model = Property<Model?>("@model")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Model: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let ich6: Self = "ich6"
        public static let ich9: Self = "ich9"
        public static let ac97: Self = "ac97"
        public static let es1370: Self = "es1370"
        public static let hda: Self = "hda"
        public static let virtio: Self = "virtio"
        public static let usb: Self = "usb"
    }
}
