/// What a blueprint has to know of a storage pool.
public struct PoolFacts: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Volumes are files in one directory (dir, fs, netfs).
        case directory
        /// Volumes are block devices (logical, disk, iscsi, mpath, scsi).
        case block
        /// Volumes can only be opened by pool and name (rbd, iscsi-direct, gluster).
        case remote

        /// - Parameter type: libvirt's word for the type of a pool.
        public init(poolType type: String) {
            self =
                switch type {
                case "dir", "fs", "netfs", "vstorage": .directory
                case "logical", "disk", "iscsi", "mpath", "scsi", "zfs": .block
                default: .remote
                }
        }
    }

    public var name: String
    public var kind: Kind
    /// The directory that its volumes are in.
    public var path: String?
    /// The names of its volumes.
    public var volumes: Set<String>

    public init(_ name: String, kind: Kind, path: String?, volumes: Set<String> = []) {
        self.name = name
        self.kind = kind
        self.path = path
        self.volumes = volumes
    }
}
