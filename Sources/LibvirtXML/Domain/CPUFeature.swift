public import XMLTree

/// One feature of a CPU: `<feature>` of `<cpu>`.
public struct CPUFeature: ElementView {
    public static let elementName = "feature"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ name: String, policy: Policy) {
        self.init()
        self.policy = policy
        self.name = name
    }

    public struct Properties: Sendable {
        public let name = Property<String?>("@name")
        public let policy = Property<Policy?>("@policy")
    }

    public struct Policy: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let force: Self = "force"
        public static let require: Self = "require"
        public static let optional: Self = "optional"
        public static let disable: Self = "disable"
        public static let forbid: Self = "forbid"
    }
}
