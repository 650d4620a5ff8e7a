/// What lies at a place on the host.
public struct StorageFacts: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case file
        /// A block device, a partition or a logical volume.
        case block
        /// Something that only libvirt can open by pool and volume, such as a Ceph image.
        case remote
    }

    public var kind: Kind
    /// The absolute path; nil for something remote.
    public var path: String?
    /// libvirt's word for the image's format; nil when it is not known.
    public var format: String?
    /// The size that a guest sees, in bytes.
    public var capacity: UInt64?
    /// The machines that have it as a disk.
    public var users: [String]

    public init(
        _ kind: Kind, path: String?, format: String? = nil, capacity: UInt64? = nil, users: [String] = []
    ) {
        self.kind = kind
        self.path = path
        self.format = format
        self.capacity = capacity
        self.users = users
    }
}
