public import XMLTree

/// Any device, of whatever kind: what all of them have. The kind is the element's name.
public struct Device: ElementView {
    public static let elementName = "device"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }
}
