internal import CLibvirt

/// Which storage pools to list. Within a group (running or not, defined or not, started with the host or not, kind),
/// nothing means no restriction and several mean any of them.
public struct StoragePoolSelection: OptionSet, Hashable, Sendable {
    /// libvirt's flags (`virConnectListAllStoragePoolsFlags`).
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Those that do not run. `VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE`
    public static let inactive = Self(VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE)
    /// Those that run. `VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE`
    public static let active = Self(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)
    /// Defined ones. `VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT`
    public static let persistent = Self(VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT)
    /// Those that are gone once they stop. `VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT`
    public static let transient = Self(VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT)
    /// Those that start with the host. `VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART`
    public static let autostart = Self(VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART)
    /// Those that do not start with the host. `VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART`
    public static let noAutostart = Self(VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART)
    /// Directories. `VIR_CONNECT_LIST_STORAGE_POOLS_DIR`
    public static let directory = Self(VIR_CONNECT_LIST_STORAGE_POOLS_DIR)
    /// File systems that libvirt mounts. `VIR_CONNECT_LIST_STORAGE_POOLS_FS`
    public static let fileSystem = Self(VIR_CONNECT_LIST_STORAGE_POOLS_FS)
    /// Network file systems. `VIR_CONNECT_LIST_STORAGE_POOLS_NETFS`
    public static let networkFileSystem = Self(VIR_CONNECT_LIST_STORAGE_POOLS_NETFS)
    /// LVM volume groups. `VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL`
    public static let logical = Self(VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL)
    /// Disks with partitions. `VIR_CONNECT_LIST_STORAGE_POOLS_DISK`
    public static let disk = Self(VIR_CONNECT_LIST_STORAGE_POOLS_DISK)
    /// iSCSI targets. `VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI`
    public static let iscsi = Self(VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI)
    /// SCSI host adapters. `VIR_CONNECT_LIST_STORAGE_POOLS_SCSI`
    public static let scsi = Self(VIR_CONNECT_LIST_STORAGE_POOLS_SCSI)
    /// Multipath devices. `VIR_CONNECT_LIST_STORAGE_POOLS_MPATH`
    public static let multipath = Self(VIR_CONNECT_LIST_STORAGE_POOLS_MPATH)
    /// Ceph RBD pools. `VIR_CONNECT_LIST_STORAGE_POOLS_RBD`
    public static let rbd = Self(VIR_CONNECT_LIST_STORAGE_POOLS_RBD)
    /// Sheepdog clusters. `VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG`
    public static let sheepdog = Self(VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG)
    /// Gluster volumes. `VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER`
    public static let gluster = Self(VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER)
    /// ZFS pools. `VIR_CONNECT_LIST_STORAGE_POOLS_ZFS`
    public static let zfs = Self(VIR_CONNECT_LIST_STORAGE_POOLS_ZFS)
    /// Virtuozzo storage. `VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE`
    public static let vstorage = Self(VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE)
    /// iSCSI targets through libiscsi. `VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT`
    public static let iscsiDirect = Self(VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT)

    private init(_ flag: virConnectListAllStoragePoolsFlags) {
        self.init(rawValue: flag.rawValue)
    }
}
