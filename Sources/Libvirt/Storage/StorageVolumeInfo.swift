internal import CLibvirt

/// The kind and the sizes of a volume.
public struct StorageVolumeInfo: Hashable, Sendable {
    /// What the volume is.
    public let kind: Kind
    /// The size that a machine sees, in bytes.
    public let capacity: UInt64
    /// What the volume takes on its host, in bytes.
    public let allocation: UInt64

    init(_ info: virStorageVolInfo) {
        kind = Kind(rawValue: info.type)
        capacity = info.capacity
        allocation = info.allocation
    }
}

extension StorageVolumeInfo {
    /// What a volume is.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        /// libvirt's number (`virStorageVolType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// A regular file. `VIR_STORAGE_VOL_FILE`
        public static let file = Self(VIR_STORAGE_VOL_FILE)
        /// A block device. `VIR_STORAGE_VOL_BLOCK`
        public static let block = Self(VIR_STORAGE_VOL_BLOCK)
        /// A directory. `VIR_STORAGE_VOL_DIR`
        public static let directory = Self(VIR_STORAGE_VOL_DIR)
        /// A network volume, such as Ceph RBD. `VIR_STORAGE_VOL_NETWORK`
        public static let network = Self(VIR_STORAGE_VOL_NETWORK)
        /// A directory on the network that holds other network volumes. `VIR_STORAGE_VOL_NETDIR`
        public static let networkDirectory = Self(VIR_STORAGE_VOL_NETDIR)
        /// A Ploop image. `VIR_STORAGE_VOL_PLOOP`
        public static let ploop = Self(VIR_STORAGE_VOL_PLOOP)

        private init(_ kind: virStorageVolType) {
            self.init(rawValue: Int32(bitPattern: kind.rawValue))
        }
    }
}
