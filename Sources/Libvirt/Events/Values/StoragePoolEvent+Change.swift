internal import CLibvirt

extension StoragePoolEvent {
    /// What happened to a storage pool.
    public struct Change: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virStoragePoolEventLifecycleType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_STORAGE_POOL_EVENT_DEFINED`
        public static let defined = Self(VIR_STORAGE_POOL_EVENT_DEFINED)

        /// `VIR_STORAGE_POOL_EVENT_UNDEFINED`
        public static let undefined = Self(VIR_STORAGE_POOL_EVENT_UNDEFINED)

        /// `VIR_STORAGE_POOL_EVENT_STARTED`
        public static let started = Self(VIR_STORAGE_POOL_EVENT_STARTED)

        /// `VIR_STORAGE_POOL_EVENT_STOPPED`
        public static let stopped = Self(VIR_STORAGE_POOL_EVENT_STOPPED)

        /// `VIR_STORAGE_POOL_EVENT_CREATED`
        public static let created = Self(VIR_STORAGE_POOL_EVENT_CREATED)

        /// `VIR_STORAGE_POOL_EVENT_DELETED`
        public static let deleted = Self(VIR_STORAGE_POOL_EVENT_DELETED)

        private init(_ constant: virStoragePoolEventLifecycleType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .defined: "defined"
            case .undefined: "undefined"
            case .started: "started"
            case .stopped: "stopped"
            case .created: "created"
            case .deleted: "deleted"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
