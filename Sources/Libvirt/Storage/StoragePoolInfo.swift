internal import CLibvirt

/// The state and the sizes of a storage pool.
public struct StoragePoolInfo: Hashable, Sendable {
    /// What the pool does.
    public let state: State
    /// Size in bytes.
    public let capacity: UInt64
    /// Bytes in use.
    public let allocation: UInt64
    /// Bytes left.
    public let available: UInt64

    init(_ info: virStoragePoolInfo) {
        state = State(rawValue: info.state)
        capacity = info.capacity
        allocation = info.allocation
        available = info.available
    }
}

extension StoragePoolInfo {
    /// What a storage pool does.
    public struct State: RawRepresentable, Hashable, Sendable {
        /// libvirt's number (`virStoragePoolState`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// It does not run. `VIR_STORAGE_POOL_INACTIVE`
        public static let inactive = Self(VIR_STORAGE_POOL_INACTIVE)
        /// It is being built. `VIR_STORAGE_POOL_BUILDING`
        public static let building = Self(VIR_STORAGE_POOL_BUILDING)
        /// It runs. `VIR_STORAGE_POOL_RUNNING`
        public static let running = Self(VIR_STORAGE_POOL_RUNNING)
        /// It runs with a fault. `VIR_STORAGE_POOL_DEGRADED`
        public static let degraded = Self(VIR_STORAGE_POOL_DEGRADED)
        /// It runs and cannot be reached. `VIR_STORAGE_POOL_INACCESSIBLE`
        public static let inaccessible = Self(VIR_STORAGE_POOL_INACCESSIBLE)

        private init(_ state: virStoragePoolState) {
            self.init(rawValue: Int32(bitPattern: state.rawValue))
        }
    }
}
