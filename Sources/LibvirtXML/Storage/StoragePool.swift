public import XMLTree

/// A place that volumes are kept in: `<pool>`.
public struct StoragePool: DocumentView {
    public static let elementName = "pool"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// - Parameter path: where the volumes appear on the host.
    public init(_ type: Kind, name: String, path: String? = nil) {
        self.init()
        self.type = type
        self.name = name
        self.path = path
    }

    public struct Properties: Sendable {
        public let type = Property<Kind?>("@type")
        public let name = Property<String>(required: "name")
        public let uuid = Property<String?>("uuid")
        /// In bytes.
        public let capacity = Property<UInt64?>(bytes: "capacity", in: .bytes)
        /// In bytes.
        public let allocation = Property<UInt64?>(bytes: "allocation", in: .bytes)
        /// In bytes.
        public let available = Property<UInt64?>(bytes: "available", in: .bytes)
        public let hosts = Property<[StorageHost]>(children: "source/host")
        public let sourceDirectory = Property<String?>("source/dir/@path")
        public let sourceDevices = Property<[String]>(texts: "source/device/@path")
        /// Such as the volume group of a pool of type `logical`.
        public let sourceName = Property<String?>("source/name")
        /// Of the source, such as `nfs` or `lvm2`.
        public let sourceFormat = Property<String?>("source/format/@type")
        /// The iSCSI name that the host gives itself.
        public let initiator = Property<String?>("source/initiator/iqn/@name")
        /// Where the volumes appear on the host.
        public let path = Property<String?>("target/path")
        public let permissions = Property<Permissions>(group: "target/permissions")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let directory: Self = "dir"
        public static let filesystem: Self = "fs"
        public static let networkFilesystem: Self = "netfs"
        public static let logical: Self = "logical"
        public static let disk: Self = "disk"
        public static let iscsi: Self = "iscsi"
        public static let iscsiDirect: Self = "iscsi-direct"
        public static let scsi: Self = "scsi"
        public static let multipath: Self = "mpath"
        public static let rbd: Self = "rbd"
        public static let sheepdog: Self = "sheepdog"
        public static let gluster: Self = "gluster"
        public static let zfs: Self = "zfs"
        public static let vstorage: Self = "vstorage"
    }
}
