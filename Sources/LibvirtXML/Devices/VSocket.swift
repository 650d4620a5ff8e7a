public import XMLTree

/// A socket between host and guest without a network: `<vsock>`.
public struct VSocket: ElementView {
    public static let elementName = "vsock"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// - Parameter contextID: from 3; nil has libvirt choose.
    public init(contextID: UInt? = nil, model: Model = .virtio) {
        self.init(element: XMLElement(Self.elementName))
        self.model = model
        self.automatic = contextID == nil
        self.contextID = contextID
    }

    public struct Properties: Sendable {
        public let model = Property<Model?>("@model")
        /// Whether libvirt chooses the context identifier at start.
        public let automatic = Property<Bool?>(yesNo: "cid/@auto")
        /// The guest's context identifier, from 3.
        public let contextID = Property<UInt?>("cid/@address")
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
}
