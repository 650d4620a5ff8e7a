internal import CLibvirt

extension DomainEvent {
    /// How a domain came to be suspended.
    public struct SuspendedDetail: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventSuspendedDetailType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Normal suspend due to admin pause. `VIR_DOMAIN_EVENT_SUSPENDED_PAUSED`
        public static let paused = Self(VIR_DOMAIN_EVENT_SUSPENDED_PAUSED)

        /// Suspended for offline migration. `VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED`
        public static let migrated = Self(VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED)

        /// Suspended due to a disk I/O error. `VIR_DOMAIN_EVENT_SUSPENDED_IOERROR`
        public static let ioError = Self(VIR_DOMAIN_EVENT_SUSPENDED_IOERROR)

        /// Suspended due to a watchdog firing. `VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG`
        public static let watchdog = Self(VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG)

        /// Restored from paused state file. `VIR_DOMAIN_EVENT_SUSPENDED_RESTORED`
        public static let restored = Self(VIR_DOMAIN_EVENT_SUSPENDED_RESTORED)

        /// Restored from paused snapshot. `VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT`
        public static let fromSnapshot = Self(VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT)

        /// Suspended after failure during libvirt API call. `VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR`
        public static let apiError = Self(VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR)

        /// Suspended for post-copy migration. `VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY`
        public static let postcopy = Self(VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY)

        /// Suspended after failed post-copy. `VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED`
        public static let postcopyFailed = Self(VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED)

        private init(_ constant: virDomainEventSuspendedDetailType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .paused: "paused"
            case .migrated: "migrated"
            case .ioError: "io error"
            case .watchdog: "watchdog"
            case .restored: "restored"
            case .fromSnapshot: "from snapshot"
            case .apiError: "api error"
            case .postcopy: "postcopy"
            case .postcopyFailed: "postcopy failed"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
