internal import CLibvirt

extension Domain {
    /// Why a domain is in the state shut off.
    public struct ShutOffReason: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainShutoffReason`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// The reason is unknown. `VIR_DOMAIN_SHUTOFF_UNKNOWN`
        public static let unknown = Self(VIR_DOMAIN_SHUTOFF_UNKNOWN)

        /// Normal shutdown. `VIR_DOMAIN_SHUTOFF_SHUTDOWN`
        public static let shutdown = Self(VIR_DOMAIN_SHUTOFF_SHUTDOWN)

        /// Forced poweroff. `VIR_DOMAIN_SHUTOFF_DESTROYED`
        public static let destroyed = Self(VIR_DOMAIN_SHUTOFF_DESTROYED)

        /// Domain crashed. `VIR_DOMAIN_SHUTOFF_CRASHED`
        public static let crashed = Self(VIR_DOMAIN_SHUTOFF_CRASHED)

        /// Migrated to another host. `VIR_DOMAIN_SHUTOFF_MIGRATED`
        public static let migrated = Self(VIR_DOMAIN_SHUTOFF_MIGRATED)

        /// Saved to a file. `VIR_DOMAIN_SHUTOFF_SAVED`
        public static let saved = Self(VIR_DOMAIN_SHUTOFF_SAVED)

        /// Domain failed to start. `VIR_DOMAIN_SHUTOFF_FAILED`
        public static let failed = Self(VIR_DOMAIN_SHUTOFF_FAILED)

        /// Restored from a snapshot which was taken while domain was shutoff.
        /// `VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT`
        public static let fromSnapshot = Self(VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT)

        /// Daemon decides to kill domain during reconnection processing. `VIR_DOMAIN_SHUTOFF_DAEMON`
        public static let daemon = Self(VIR_DOMAIN_SHUTOFF_DAEMON)

        private init(_ constant: virDomainShutoffReason) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .unknown: "unknown"
            case .shutdown: "shutdown"
            case .destroyed: "destroyed"
            case .crashed: "crashed"
            case .migrated: "migrated"
            case .saved: "saved"
            case .failed: "failed"
            case .fromSnapshot: "from snapshot"
            case .daemon: "daemon"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
