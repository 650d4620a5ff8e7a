public import XMLTree

/// One image below a disk's top image: `<backingStore>`.
public struct BackingStore: ElementView {
    public static let elementName = "backingStore"
    public static let properties = Properties()

    /// `<backingStore/>`: nothing is below.
    public static let end = BackingStore()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(source: StorageSource, format: ImageFormat, backingStore: BackingStore? = nil) {
        self.init()
        self.source = source
        self.format = format
        self.backingStore = backingStore
    }

    public struct Properties: Sendable {
        /// nil in the empty element that ends a chain.
        public let type = Property<StorageType?>("@type")
        public let format = Property<ImageFormat?>("format/@type")
        public let source = Property<StorageSource?>(source: ())
        public let backingStore = Property<BackingStore?>(child: "backingStore")
    }
}
