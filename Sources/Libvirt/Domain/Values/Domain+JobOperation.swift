internal import CLibvirt

extension Domain {
    /// What a job does.
    public struct JobOperation: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainJobOperation`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_DOMAIN_JOB_OPERATION_UNKNOWN`
        public static let unknown = Self(VIR_DOMAIN_JOB_OPERATION_UNKNOWN)

        /// `VIR_DOMAIN_JOB_OPERATION_START`
        public static let start = Self(VIR_DOMAIN_JOB_OPERATION_START)

        /// `VIR_DOMAIN_JOB_OPERATION_SAVE`
        public static let save = Self(VIR_DOMAIN_JOB_OPERATION_SAVE)

        /// `VIR_DOMAIN_JOB_OPERATION_RESTORE`
        public static let restore = Self(VIR_DOMAIN_JOB_OPERATION_RESTORE)

        /// `VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN`
        public static let migrationIn = Self(VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN)

        /// `VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT`
        public static let migrationOut = Self(VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT)

        /// `VIR_DOMAIN_JOB_OPERATION_SNAPSHOT`
        public static let snapshot = Self(VIR_DOMAIN_JOB_OPERATION_SNAPSHOT)

        /// `VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT`
        public static let snapshotRevert = Self(VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT)

        /// `VIR_DOMAIN_JOB_OPERATION_DUMP`
        public static let dump = Self(VIR_DOMAIN_JOB_OPERATION_DUMP)

        /// `VIR_DOMAIN_JOB_OPERATION_BACKUP`
        public static let backup = Self(VIR_DOMAIN_JOB_OPERATION_BACKUP)

        /// `VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE`
        public static let snapshotDelete = Self(VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE)

        private init(_ constant: virDomainJobOperation) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .unknown: "unknown"
            case .start: "start"
            case .save: "save"
            case .restore: "restore"
            case .migrationIn: "migration in"
            case .migrationOut: "migration out"
            case .snapshot: "snapshot"
            case .snapshotRevert: "snapshot revert"
            case .dump: "dump"
            case .backup: "backup"
            case .snapshotDelete: "snapshot delete"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
