internal import CLibvirt

extension DomainEvent {
    /// How a domain came to be stopped.
    public struct StoppedDetail: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventStoppedDetailType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Normal shutdown. `VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN`
        public static let shutdown = Self(VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN)

        /// Forced poweroff from host. `VIR_DOMAIN_EVENT_STOPPED_DESTROYED`
        public static let destroyed = Self(VIR_DOMAIN_EVENT_STOPPED_DESTROYED)

        /// Guest crashed. `VIR_DOMAIN_EVENT_STOPPED_CRASHED`
        public static let crashed = Self(VIR_DOMAIN_EVENT_STOPPED_CRASHED)

        /// Migrated off to another host. `VIR_DOMAIN_EVENT_STOPPED_MIGRATED`
        public static let migrated = Self(VIR_DOMAIN_EVENT_STOPPED_MIGRATED)

        /// Saved to a state file. `VIR_DOMAIN_EVENT_STOPPED_SAVED`
        public static let saved = Self(VIR_DOMAIN_EVENT_STOPPED_SAVED)

        /// Host emulator/mgmt failed. `VIR_DOMAIN_EVENT_STOPPED_FAILED`
        public static let failed = Self(VIR_DOMAIN_EVENT_STOPPED_FAILED)

        /// Offline snapshot loaded. `VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT`
        public static let fromSnapshot = Self(VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT)

        private init(_ constant: virDomainEventStoppedDetailType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .shutdown: "shutdown"
            case .destroyed: "destroyed"
            case .crashed: "crashed"
            case .migrated: "migrated"
            case .saved: "saved"
            case .failed: "failed"
            case .fromSnapshot: "from snapshot"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
