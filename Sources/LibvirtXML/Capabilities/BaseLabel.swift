public import XMLTree

/// What a security model gives to domains of one type: `<baselabel>`.
public struct BaseLabel: ElementView {
    public static let elementName = "baselabel"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let type = Property<DomainType?>("@type")
        public let label = Property.ownText()
    }
}
