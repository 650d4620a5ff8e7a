internal import CLibvirt

extension StorageVolume {
    /// How a volume is made.
    public struct CreateOptions: OptionSet, Hashable, Sendable {
        /// libvirt's flags (`virStorageVolCreateFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Allocates an image's tables now, not as it grows. `VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA`
        public static let preallocateMetadata = Self(rawValue: VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA.rawValue)
        /// Shares the source's blocks until one is written, where the file system can; fails where it cannot.
        /// `VIR_STORAGE_VOL_CREATE_REFLINK`
        public static let reflink = Self(rawValue: VIR_STORAGE_VOL_CREATE_REFLINK.rawValue)
        /// Checks the description against libvirt's schema first. `VIR_STORAGE_VOL_CREATE_VALIDATE`
        public static let validate = Self(rawValue: VIR_STORAGE_VOL_CREATE_VALIDATE.rawValue)
    }

    /// How a volume's size is changed.
    public struct ResizeOptions: OptionSet, Hashable, Sendable {
        /// libvirt's flags (`virStorageVolResizeFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Reserves the new room at once. `VIR_STORAGE_VOL_RESIZE_ALLOCATE`
        public static let allocate = Self(rawValue: VIR_STORAGE_VOL_RESIZE_ALLOCATE.rawValue)
        /// The size is a difference: added, or with `.shrink` subtracted. `VIR_STORAGE_VOL_RESIZE_DELTA`
        public static let delta = Self(rawValue: VIR_STORAGE_VOL_RESIZE_DELTA.rawValue)
        /// The volume may become smaller, which loses its end. `VIR_STORAGE_VOL_RESIZE_SHRINK`
        public static let shrink = Self(rawValue: VIR_STORAGE_VOL_RESIZE_SHRINK.rawValue)
    }

    /// How a volume is deleted.
    public struct DeleteOptions: OptionSet, Hashable, Sendable {
        /// libvirt's flags (`virStorageVolDeleteFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Overwrites the content with zeroes, where the pool's kind can. `VIR_STORAGE_VOL_DELETE_ZEROED`
        public static let zeroed = Self(rawValue: VIR_STORAGE_VOL_DELETE_ZEROED.rawValue)
        /// Deletes its snapshots too, where the pool's kind has them. `VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS`
        public static let withSnapshots = Self(rawValue: VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS.rawValue)
    }
}
