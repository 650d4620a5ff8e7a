internal import CLibvirt

extension Domain {
    /// Why a domain is in the state paused.
    public struct PausedReason: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainPausedReason`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// The reason is unknown. `VIR_DOMAIN_PAUSED_UNKNOWN`
        public static let unknown = Self(VIR_DOMAIN_PAUSED_UNKNOWN)

        /// Paused on user request. `VIR_DOMAIN_PAUSED_USER`
        public static let user = Self(VIR_DOMAIN_PAUSED_USER)

        /// Paused for offline migration. `VIR_DOMAIN_PAUSED_MIGRATION`
        public static let migration = Self(VIR_DOMAIN_PAUSED_MIGRATION)

        /// Paused for save. `VIR_DOMAIN_PAUSED_SAVE`
        public static let save = Self(VIR_DOMAIN_PAUSED_SAVE)

        /// Paused for offline core dump. `VIR_DOMAIN_PAUSED_DUMP`
        public static let dump = Self(VIR_DOMAIN_PAUSED_DUMP)

        /// Paused due to a disk I/O error. `VIR_DOMAIN_PAUSED_IOERROR`
        public static let ioError = Self(VIR_DOMAIN_PAUSED_IOERROR)

        /// Paused due to a watchdog event. `VIR_DOMAIN_PAUSED_WATCHDOG`
        public static let watchdog = Self(VIR_DOMAIN_PAUSED_WATCHDOG)

        /// Paused after restoring from snapshot. `VIR_DOMAIN_PAUSED_FROM_SNAPSHOT`
        public static let fromSnapshot = Self(VIR_DOMAIN_PAUSED_FROM_SNAPSHOT)

        /// Paused during shutdown process. `VIR_DOMAIN_PAUSED_SHUTTING_DOWN`
        public static let shuttingDown = Self(VIR_DOMAIN_PAUSED_SHUTTING_DOWN)

        /// Paused while creating a snapshot. `VIR_DOMAIN_PAUSED_SNAPSHOT`
        public static let snapshot = Self(VIR_DOMAIN_PAUSED_SNAPSHOT)

        /// Paused due to a guest crash. `VIR_DOMAIN_PAUSED_CRASHED`
        public static let crashed = Self(VIR_DOMAIN_PAUSED_CRASHED)

        /// The domain is being started. `VIR_DOMAIN_PAUSED_STARTING_UP`
        public static let startingUp = Self(VIR_DOMAIN_PAUSED_STARTING_UP)

        /// Paused for post-copy migration. `VIR_DOMAIN_PAUSED_POSTCOPY`
        public static let postcopy = Self(VIR_DOMAIN_PAUSED_POSTCOPY)

        /// Paused after failed post-copy. `VIR_DOMAIN_PAUSED_POSTCOPY_FAILED`
        public static let postcopyFailed = Self(VIR_DOMAIN_PAUSED_POSTCOPY_FAILED)

        private init(_ constant: virDomainPausedReason) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .unknown: "unknown"
            case .user: "user"
            case .migration: "migration"
            case .save: "save"
            case .dump: "dump"
            case .ioError: "io error"
            case .watchdog: "watchdog"
            case .fromSnapshot: "from snapshot"
            case .shuttingDown: "shutting down"
            case .snapshot: "snapshot"
            case .crashed: "crashed"
            case .startingUp: "starting up"
            case .postcopy: "postcopy"
            case .postcopyFailed: "postcopy failed"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
