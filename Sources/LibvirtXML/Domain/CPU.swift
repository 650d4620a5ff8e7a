public import XMLTree

/// A guest's CPU: `<cpu>`.
public struct CPU: ElementView {
    public static let elementName = "cpu"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// - Parameter model: only for the mode `custom`.
    public init(_ mode: CPUMode, model: String? = nil, check: Check? = nil) {
        self.init()
        self.mode = mode
        self.match = mode == .custom ? .exact : nil
        self.check = check
        self.model = model
    }

    public struct Properties: Sendable {
        public let mode = Property<CPUMode?>("@mode")
        public let match = Property<Match?>("@match")
        public let check = Property<Check?>("@check")
        public let migratable = Property<Bool?>(onOff: "@migratable")
        public let model = Property<String?>("model")
        public let fallback = Property<Fallback?>("model/@fallback")
        public let vendor = Property<String?>("vendor")
        public let sockets = Property<UInt?>("topology/@sockets")
        public let dies = Property<UInt?>("topology/@dies")
        public let cores = Property<UInt?>("topology/@cores")
        public let threads = Property<UInt?>("topology/@threads")
        public let features = Property<[CPUFeature]>(children: "feature")
    }

    public struct Match: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let minimum: Self = "minimum"
        public static let exact: Self = "exact"
        public static let strict: Self = "strict"
    }

    public struct Check: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let noCheck: Self = "none"
        public static let partial: Self = "partial"
        public static let full: Self = "full"
    }

    public struct Fallback: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let allow: Self = "allow"
        public static let forbid: Self = "forbid"
    }
}
