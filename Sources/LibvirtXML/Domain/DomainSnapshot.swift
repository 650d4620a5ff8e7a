public import XMLTree

/// A snapshot of a domain: `<domainsnapshot>`.
public struct DomainSnapshot: DocumentView {
    public static let elementName = "domainsnapshot"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(name: String, description: String? = nil) {
        self.init()
        self.name = name
        self.description = description
    }

    public struct Properties: Sendable {
        public let name = Property<String>(required: "name")
        public let description = Property<String?>("description")
        public let state = Property<String?>("state")
        /// In seconds since 1970.
        public let creationTime = Property<Int64?>("creationTime")
        /// The name of the snapshot it was made upon.
        public let parent = Property<String?>("parent/name")
        public let memory = Property<Mode?>("memory/@snapshot")
        /// The file that holds the memory, of the mode `external`.
        public let memoryFile = Property<String?>("memory/@file")
        public let disks = Property<[SnapshotDisk]>(children: "disks/disk")
        /// The domain as it was.
        public let domain = Property<Domain?>(child: "domain")
    }

    public struct Mode: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let no: Self = "no"
        public static let `internal`: Self = "internal"
        public static let external: Self = "external"
        public static let manual: Self = "manual"
    }
}
