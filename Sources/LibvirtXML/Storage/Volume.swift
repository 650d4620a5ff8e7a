public import XMLTree

/// A disk image or device in a pool: `<volume>`.
public struct Volume: DocumentView {
    public static let elementName = "volume"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// - Parameters:
    ///   - capacity: in bytes: what a guest sees.
    ///   - allocation: in bytes: what is reserved now; nil leaves it to the pool.
    public init(name: String, capacity: UInt64, format: ImageFormat? = nil, allocation: UInt64? = nil) {
        self.init()
        self.name = name
        self.capacity = capacity
        self.allocation = allocation
        self.format = format
    }

    public struct Properties: Sendable {
        public let type = Property<StorageType?>("@type")
        public let name = Property<String>(required: "name")
        /// It identifies the volume on its host; for files the path.
        public let key = Property<String?>("key")
        /// In bytes: what a guest sees.
        public let capacity = Property<UInt64?>(bytes: "capacity", in: .bytes)
        /// In bytes: what it takes up.
        public let allocation = Property<UInt64?>(bytes: "allocation", in: .bytes)
        /// In bytes: the size of the file.
        public let physical = Property<UInt64?>(bytes: "physical", in: .bytes)
        public let path = Property<String?>("target/path")
        public let format = Property<ImageFormat?>("target/format/@type")
        /// In seconds since 1970, with a fraction, as the host's file system has it.
        public let modified = Property<String?>("target/timestamps/mtime")
        public let permissions = Property<Permissions>(group: "target/permissions")
        /// The version of qcow2: `0.10` or `1.1`.
        public let compatibility = Property<String?>("target/compat")
        /// In bytes.
        public let clusterSize = Property<UInt64?>(bytes: "target/clusterSize", in: .bytes)
        public let lazyRefcounts = Property<Bool>(presence: "target/features/lazy_refcounts")
        public let extendedL2 = Property<Bool>(presence: "target/features/extended_l2")
        public let encryption = Property<String?>("target/encryption/@format")
        public let backingPath = Property<String?>("backingStore/path")
        public let backingFormat = Property<ImageFormat?>("backingStore/format/@type")
    }
}
