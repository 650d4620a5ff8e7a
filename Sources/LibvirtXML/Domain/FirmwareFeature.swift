public import XMLTree

/// What a firmware must or must not have: `<feature>` of `<firmware>`.
public struct FirmwareFeature: ElementView {
    public static let elementName = "feature"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ name: Name, enabled: Bool) {
        self.init()
        self.name = name
        self.enabled = enabled
    }

    public struct Properties: Sendable {
        public let name = Property<Name?>("@name")
        public let enabled = Property<Bool?>(yesNo: "@enabled")
    }

    public struct Name: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let secureBoot: Self = "secure-boot"
        public static let enrolledKeys: Self = "enrolled-keys"
    }
}
