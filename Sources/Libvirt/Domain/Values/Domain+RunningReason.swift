internal import CLibvirt

extension Domain {
    /// Why a domain is in the state running.
    public struct RunningReason: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainRunningReason`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_DOMAIN_RUNNING_UNKNOWN`
        public static let unknown = Self(VIR_DOMAIN_RUNNING_UNKNOWN)

        /// Normal startup from boot. `VIR_DOMAIN_RUNNING_BOOTED`
        public static let booted = Self(VIR_DOMAIN_RUNNING_BOOTED)

        /// Migrated from another host. `VIR_DOMAIN_RUNNING_MIGRATED`
        public static let migrated = Self(VIR_DOMAIN_RUNNING_MIGRATED)

        /// Restored from a state file. `VIR_DOMAIN_RUNNING_RESTORED`
        public static let restored = Self(VIR_DOMAIN_RUNNING_RESTORED)

        /// Restored from snapshot. `VIR_DOMAIN_RUNNING_FROM_SNAPSHOT`
        public static let fromSnapshot = Self(VIR_DOMAIN_RUNNING_FROM_SNAPSHOT)

        /// Returned from paused state. `VIR_DOMAIN_RUNNING_UNPAUSED`
        public static let unpaused = Self(VIR_DOMAIN_RUNNING_UNPAUSED)

        /// Returned from migration. `VIR_DOMAIN_RUNNING_MIGRATION_CANCELED`
        public static let migrationCancelled = Self(VIR_DOMAIN_RUNNING_MIGRATION_CANCELED)

        /// Returned from failed save process. `VIR_DOMAIN_RUNNING_SAVE_CANCELED`
        public static let saveCancelled = Self(VIR_DOMAIN_RUNNING_SAVE_CANCELED)

        /// Returned from pmsuspended due to wakeup event. `VIR_DOMAIN_RUNNING_WAKEUP`
        public static let wakeup = Self(VIR_DOMAIN_RUNNING_WAKEUP)

        /// Resumed from crashed. `VIR_DOMAIN_RUNNING_CRASHED`
        public static let crashed = Self(VIR_DOMAIN_RUNNING_CRASHED)

        /// Running in post-copy migration mode. `VIR_DOMAIN_RUNNING_POSTCOPY`
        public static let postcopy = Self(VIR_DOMAIN_RUNNING_POSTCOPY)

        /// Running in failed post-copy migration. `VIR_DOMAIN_RUNNING_POSTCOPY_FAILED`
        public static let postcopyFailed = Self(VIR_DOMAIN_RUNNING_POSTCOPY_FAILED)

        private init(_ constant: virDomainRunningReason) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .unknown: "unknown"
            case .booted: "booted"
            case .migrated: "migrated"
            case .restored: "restored"
            case .fromSnapshot: "from snapshot"
            case .unpaused: "unpaused"
            case .migrationCancelled: "migration cancelled"
            case .saveCancelled: "save cancelled"
            case .wakeup: "wakeup"
            case .crashed: "crashed"
            case .postcopy: "postcopy"
            case .postcopyFailed: "postcopy failed"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
