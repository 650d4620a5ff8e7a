public import XMLTree

/// A directory of the host that the guest mounts: `<filesystem>`.
public struct Filesystem: ElementView {
    public static let elementName = "filesystem"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// virtiofs needs memory that is shared: see `MemoryBacking.shared`.
    public init(source: String, target: String, driver: Driver, accessMode: AccessMode? = .passthrough) {
        self.init()
        self.type = .mount
        self.accessMode = accessMode
        self.driver = driver
        self.source = source
        self.target = target
    }

    public struct Properties: Sendable {
        public let type = Property<Kind?>("@type")
        public let accessMode = Property<AccessMode?>("@accessmode")
        public let driver = Property<Driver?>("driver/@type")
        public let queueSize = Property<UInt?>("driver/@queue")
        /// The directory on the host.
        public let source = Property<String?>("source/@dir")
        /// The name under which the guest mounts it; it identifies the device.
        public let target = Property<String?>("target/@dir")
        public let readOnly = Property<Bool>(presence: "readonly")
        /// The virtiofsd to run.
        public let binary = Property<String?>("binary/@path")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let mount: Self = "mount"
        public static let template: Self = "template"
        public static let block: Self = "block"
        public static let ram: Self = "ram"
        public static let file: Self = "file"
    }

    public struct AccessMode: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let passthrough: Self = "passthrough"
        public static let mapped: Self = "mapped"
        public static let squash: Self = "squash"
    }

    public struct Driver: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let virtiofs: Self = "virtiofs"
        public static let path: Self = "path"
        public static let handle: Self = "handle"
    }
}
