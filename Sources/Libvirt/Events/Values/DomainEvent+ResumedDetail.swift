internal import CLibvirt

extension DomainEvent {
    /// How a domain came to be resumed.
    public struct ResumedDetail: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventResumedDetailType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Normal resume due to admin unpause. `VIR_DOMAIN_EVENT_RESUMED_UNPAUSED`
        public static let unpaused = Self(VIR_DOMAIN_EVENT_RESUMED_UNPAUSED)

        /// Resumed for completion of migration. `VIR_DOMAIN_EVENT_RESUMED_MIGRATED`
        public static let migrated = Self(VIR_DOMAIN_EVENT_RESUMED_MIGRATED)

        /// Resumed from snapshot. `VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT`
        public static let fromSnapshot = Self(VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT)

        /// Resumed, but migration is still running in post-copy mode. `VIR_DOMAIN_EVENT_RESUMED_POSTCOPY`
        public static let postcopy = Self(VIR_DOMAIN_EVENT_RESUMED_POSTCOPY)

        /// Running, but migration failed in post-copy. `VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED`
        public static let postcopyFailed = Self(VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED)

        private init(_ constant: virDomainEventResumedDetailType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .unpaused: "unpaused"
            case .migrated: "migrated"
            case .fromSnapshot: "from snapshot"
            case .postcopy: "postcopy"
            case .postcopyFailed: "postcopy failed"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
