public import XMLTree

/// How the host's security model confines a domain: `<seclabel>`.
public struct SecurityLabel: ElementView {
    public static let elementName = "seclabel"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let type = Property<Kind?>("@type")
        /// Such as `apparmor`, `dac`, `selinux`.
        public let model = Property<String?>("@model")
        public let relabel = Property<Bool?>(yesNo: "@relabel")
        public let label = Property<String?>("label")
        public let baseLabel = Property<String?>("baselabel")
        public let imageLabel = Property<String?>("imagelabel")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let dynamic: Self = "dynamic"
        public static let `static`: Self = "static"
        public static let noLabel: Self = "none"
    }
}
