public import XMLTree

/// Where a guest's memory lies on the host: `<memoryBacking>`.
public struct MemoryBacking: ElementView {
    public static let elementName = "memoryBacking"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// Memory that other processes can map, as virtiofs and vhost-user need.
    public static let shared: MemoryBacking = {
        var backing = MemoryBacking()
        backing.source = .memfd
        backing.access = .shared
        return backing
    }()

    public struct Properties: Sendable {
        public let hugePages = Property<Bool>(presence: "hugepages")
        public let source = Property<Source?>("source/@type")
        public let access = Property<Access?>("access/@mode")
        public let allocation = Property<Allocation?>("allocation/@mode")
        /// Whether the host may not swap it out.
        public let locked = Property<Bool>(presence: "locked")
        /// Whether the host may not merge equal pages.
        public let unmerged = Property<Bool>(presence: "nosharepages")
        /// Whether its content is dropped when the domain stops.
        public let discard = Property<Bool>(presence: "discard")
    }

    public struct Source: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let memfd: Self = "memfd"
        public static let file: Self = "file"
        public static let anonymous: Self = "anonymous"
    }

    public struct Access: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let shared: Self = "shared"
        public static let `private`: Self = "private"
    }

    public struct Allocation: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let immediate: Self = "immediate"
        public static let ondemand: Self = "ondemand"
    }
}
