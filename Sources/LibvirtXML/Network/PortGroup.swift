public import XMLTree

/// Settings that cards of a network share by naming the group: `<portgroup>`.
public struct PortGroup: ElementView {
    public static let elementName = "portgroup"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ name: String, isDefault: Bool? = nil, vlanTags: [UInt] = []) {
        self.init()
        self.name = name
        self.isDefault = isDefault
        self.vlanTags = vlanTags
    }

    public struct Properties: Sendable {
        public let name = Property<String>(required: "@name")
        /// Whether cards get it that name no group.
        public let isDefault = Property<Bool?>(yesNo: "@default")
        /// 0 to 4095.
        public let vlanTags = Property<[UInt]>(texts: "vlan/tag/@id")
        public let vlanTrunk = Property<Bool?>(yesNo: "vlan/@trunk")
        public let virtualPort = Property<VirtualPort?>(child: "virtualport")
    }
}
