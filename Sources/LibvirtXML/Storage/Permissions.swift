public import XMLTree

/// Who may use a pool's directory or a volume: `<permissions>`.
public struct Permissions: ElementView {
    public static let elementName = "permissions"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        /// Bits as of chmod.
        public let mode = Property<UInt16?>(octal: "mode")
        /// A user id; -1 leaves it as it is.
        public let owner = Property<Int?>("owner")
        /// A group id; -1 leaves it as it is.
        public let group = Property<Int?>("group")
        public let label = Property<String?>("label")
    }
}
