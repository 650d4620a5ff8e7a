internal import CLibvirt

extension DomainEvent {
    /// What happened to a domain.
    public struct LifecycleChange: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_DOMAIN_EVENT_DEFINED`
        public static let defined = Self(VIR_DOMAIN_EVENT_DEFINED)

        /// `VIR_DOMAIN_EVENT_UNDEFINED`
        public static let undefined = Self(VIR_DOMAIN_EVENT_UNDEFINED)

        /// `VIR_DOMAIN_EVENT_STARTED`
        public static let started = Self(VIR_DOMAIN_EVENT_STARTED)

        /// `VIR_DOMAIN_EVENT_SUSPENDED`
        public static let suspended = Self(VIR_DOMAIN_EVENT_SUSPENDED)

        /// `VIR_DOMAIN_EVENT_RESUMED`
        public static let resumed = Self(VIR_DOMAIN_EVENT_RESUMED)

        /// `VIR_DOMAIN_EVENT_STOPPED`
        public static let stopped = Self(VIR_DOMAIN_EVENT_STOPPED)

        /// `VIR_DOMAIN_EVENT_SHUTDOWN`
        public static let shutdown = Self(VIR_DOMAIN_EVENT_SHUTDOWN)

        /// `VIR_DOMAIN_EVENT_PMSUSPENDED`
        public static let powerManagementSuspended = Self(VIR_DOMAIN_EVENT_PMSUSPENDED)

        /// `VIR_DOMAIN_EVENT_CRASHED`
        public static let crashed = Self(VIR_DOMAIN_EVENT_CRASHED)

        private init(_ constant: virDomainEventType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .defined: "defined"
            case .undefined: "undefined"
            case .started: "started"
            case .suspended: "suspended"
            case .resumed: "resumed"
            case .stopped: "stopped"
            case .shutdown: "shutdown"
            case .powerManagementSuspended: "power management suspended"
            case .crashed: "crashed"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
