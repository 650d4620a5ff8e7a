public import XMLTree

/// A way to run an architecture: `<domain>` of `<guest>`.
public struct GuestDomain: ElementView {
    public static let elementName = "domain"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let type = Property<DomainType?>("@type")
        /// nil: that of the architecture.
        public let emulator = Property<String?>("emulator")
        /// Empty: those of the architecture.
        public let machines = Property<[Machine]>(children: "machine")
    }
}
