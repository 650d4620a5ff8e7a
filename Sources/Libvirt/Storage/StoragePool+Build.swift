internal import CLibvirt

extension StoragePool {
    /// How `build` treats what is on the host already.
    public struct BuildMode: RawRepresentable, Hashable, Sendable {
        /// libvirt's number (`virStoragePoolBuildFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// From scratch. `VIR_STORAGE_POOL_BUILD_NEW`
        public static let new = Self(rawValue: VIR_STORAGE_POOL_BUILD_NEW.rawValue)
        /// Repairs what is there. `VIR_STORAGE_POOL_BUILD_REPAIR`
        public static let repair = Self(rawValue: VIR_STORAGE_POOL_BUILD_REPAIR.rawValue)
        /// Extends what is there. `VIR_STORAGE_POOL_BUILD_RESIZE`
        public static let resize = Self(rawValue: VIR_STORAGE_POOL_BUILD_RESIZE.rawValue)
        /// Fails where something is. `VIR_STORAGE_POOL_BUILD_NO_OVERWRITE`
        public static let noOverwrite = Self(rawValue: VIR_STORAGE_POOL_BUILD_NO_OVERWRITE.rawValue)
        /// Overwrites what is there. `VIR_STORAGE_POOL_BUILD_OVERWRITE`
        public static let overwrite = Self(rawValue: VIR_STORAGE_POOL_BUILD_OVERWRITE.rawValue)
    }

    /// Whether starting a pool builds it first.
    public struct BuildOnStart: RawRepresentable, Hashable, Sendable {
        /// libvirt's number (`virStoragePoolCreateFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Nothing is built. `VIR_STORAGE_POOL_CREATE_NORMAL`
        public static let no = Self(rawValue: VIR_STORAGE_POOL_CREATE_NORMAL.rawValue)
        /// Builds as the pool's kind thinks right. `VIR_STORAGE_POOL_CREATE_WITH_BUILD`
        public static let build = Self(rawValue: VIR_STORAGE_POOL_CREATE_WITH_BUILD.rawValue)
        /// Builds and overwrites what is there. `VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE`
        public static let overwrite = Self(rawValue: VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE.rawValue)
        /// Builds, and fails where something is. `VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE`
        public static let noOverwrite = Self(rawValue: VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE.rawValue)
    }
}
