public import XMLTree

/// A model of CPU: `<model>`.
public struct CPUModel: ElementView {
    public static let elementName = "model"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let name = Property.ownText()
        /// Whether this host can run it.
        public let usable = Property<Bool?>(yesNo: "@usable")
        public let vendor = Property<String?>("@vendor")
        public let deprecated = Property<Bool?>(yesNo: "@deprecated")
    }
}
