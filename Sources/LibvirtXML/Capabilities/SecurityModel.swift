public import XMLTree

/// A security model that confines domains: `<secmodel>`.
public struct SecurityModel: ElementView {
    public static let elementName = "secmodel"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let name = Property<String?>("model")
        public let doi = Property<String?>("doi")
        public let baseLabels = Property<[BaseLabel]>(children: "baselabel")
    }
}
