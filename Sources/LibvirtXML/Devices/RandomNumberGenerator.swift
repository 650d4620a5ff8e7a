public import XMLTree

/// A source of random numbers: `<rng>`.
public struct RandomNumberGenerator: ElementView {
    public static let elementName = "rng"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ model: Model = .virtio, backend: Backend = .random, path: String? = "/dev/urandom") {
        self.init(element: XMLElement(Self.elementName))
        self.model = model
        self.backend = backend
        self.backendPath = path
    }

    public struct Properties: Sendable {
        public let model = Property<Model?>("@model")
        public let backend = Property<Backend?>("backend/@model")
        /// The device on the host that the backend `random` reads.
        public let backendPath = Property<String?>("backend")
        /// How many bytes the guest may have in a period.
        public let rateBytes = Property<UInt?>("rate/@bytes")
        /// In milliseconds.
        public let ratePeriod = Property<UInt?>("rate/@period")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Model: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let virtio: Self = "virtio"
        public static let virtioTransitional: Self = "virtio-transitional"
        public static let virtioNonTransitional: Self = "virtio-non-transitional"
    }

    public struct Backend: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let random: Self = "random"
        public static let egd: Self = "egd"
        public static let builtin: Self = "builtin"
    }
}
