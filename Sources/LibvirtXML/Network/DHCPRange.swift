public import XMLTree

/// The addresses that are leased, the last one included: `<range>`.
public struct DHCPRange: ElementView {
    public static let elementName = "range"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ start: String, _ end: String) {
        self.init()
        self.start = start
        self.end = end
    }

    public struct Properties: Sendable {
        public let start = Property<String?>("@start")
        public let end = Property<String?>("@end")
    }
}
