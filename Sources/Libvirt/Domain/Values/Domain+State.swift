internal import CLibvirt

extension Domain {
    /// What a domain is doing.
    public struct State: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainState`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// No state. `VIR_DOMAIN_NOSTATE`
        public static let unknown = Self(VIR_DOMAIN_NOSTATE)

        /// The domain is running. `VIR_DOMAIN_RUNNING`
        public static let running = Self(VIR_DOMAIN_RUNNING)

        /// The domain is blocked on resource. `VIR_DOMAIN_BLOCKED`
        public static let blocked = Self(VIR_DOMAIN_BLOCKED)

        /// The domain is paused by user. `VIR_DOMAIN_PAUSED`
        public static let paused = Self(VIR_DOMAIN_PAUSED)

        /// The domain is being shut down. `VIR_DOMAIN_SHUTDOWN`
        public static let shutdown = Self(VIR_DOMAIN_SHUTDOWN)

        /// The domain is shut off. `VIR_DOMAIN_SHUTOFF`
        public static let shutOff = Self(VIR_DOMAIN_SHUTOFF)

        /// The domain is crashed. `VIR_DOMAIN_CRASHED`
        public static let crashed = Self(VIR_DOMAIN_CRASHED)

        /// The domain is suspended by guest power management. `VIR_DOMAIN_PMSUSPENDED`
        public static let powerManagementSuspended = Self(VIR_DOMAIN_PMSUSPENDED)

        private init(_ constant: virDomainState) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .unknown: "unknown"
            case .running: "running"
            case .blocked: "blocked"
            case .paused: "paused"
            case .shutdown: "shutdown"
            case .shutOff: "shut off"
            case .crashed: "crashed"
            case .powerManagementSuspended: "power management suspended"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
