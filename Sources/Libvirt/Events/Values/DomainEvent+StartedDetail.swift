internal import CLibvirt

extension DomainEvent {
    /// How a domain came to be started.
    public struct StartedDetail: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventStartedDetailType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Normal startup from boot. `VIR_DOMAIN_EVENT_STARTED_BOOTED`
        public static let booted = Self(VIR_DOMAIN_EVENT_STARTED_BOOTED)

        /// Incoming migration from another host. `VIR_DOMAIN_EVENT_STARTED_MIGRATED`
        public static let migrated = Self(VIR_DOMAIN_EVENT_STARTED_MIGRATED)

        /// Restored from a state file. `VIR_DOMAIN_EVENT_STARTED_RESTORED`
        public static let restored = Self(VIR_DOMAIN_EVENT_STARTED_RESTORED)

        /// Restored from snapshot. `VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT`
        public static let fromSnapshot = Self(VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT)

        /// Started due to wakeup event. `VIR_DOMAIN_EVENT_STARTED_WAKEUP`
        public static let wakeup = Self(VIR_DOMAIN_EVENT_STARTED_WAKEUP)

        private init(_ constant: virDomainEventStartedDetailType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .booted: "booted"
            case .migrated: "migrated"
            case .restored: "restored"
            case .fromSnapshot: "from snapshot"
            case .wakeup: "wakeup"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
