public import XMLTree

/// A kind of machine: `<machine>`.
public struct Machine: ElementView {
    public static let elementName = "machine"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let name = Property.ownText()
        /// The full name that an alias stands for.
        public let canonical = Property<String?>("@canonical")
        public let maximumVCPUs = Property<UInt?>("@maxCpus")
        public let deprecated = Property<Bool?>(yesNo: "@deprecated")
    }
}
