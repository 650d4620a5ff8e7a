public import XMLTree

/// What a snapshot does with one disk: `<disk>` of `<domainsnapshot>`.
public struct SnapshotDisk: ElementView {
    public static let elementName = "disk"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ name: String, mode: DomainSnapshot.Mode) {
        self.init()
        self.name = name
        self.mode = mode
    }

    public struct Properties: Sendable {
        /// The disk's target, such as `vda`, or its path.
        public let name = Property<String?>("@name")
        public let mode = Property<DomainSnapshot.Mode?>("@snapshot")
        public let type = Property<StorageType?>("@type")
        /// The new top image, of the mode `external`.
        public let source = Property<StorageSource?>(source: ())
        public let format = Property<ImageFormat?>("driver/@type")
    }
}
