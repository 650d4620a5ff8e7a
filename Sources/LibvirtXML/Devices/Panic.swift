public import XMLTree

/// The device by which a guest says that it has panicked: `<panic>`.
public struct Panic: ElementView {
    public static let elementName = "panic"
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

        public static let isa: Self = "isa"
        public static let pvpanic: Self = "pvpanic"
        public static let hyperv: Self = "hyperv"
        public static let s390: Self = "s390"
        public static let pseries: Self = "pseries"
    }
}
