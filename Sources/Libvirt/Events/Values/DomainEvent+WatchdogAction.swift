internal import CLibvirt

extension DomainEvent {
    /// What is done as a watchdog has fired.
    public struct WatchdogAction: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventWatchdogAction`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// No action, watchdog ignored. `VIR_DOMAIN_EVENT_WATCHDOG_NONE`
        public static let `none` = Self(VIR_DOMAIN_EVENT_WATCHDOG_NONE)

        /// Guest CPUs are paused. `VIR_DOMAIN_EVENT_WATCHDOG_PAUSE`
        public static let pause = Self(VIR_DOMAIN_EVENT_WATCHDOG_PAUSE)

        /// Guest CPUs are reset. `VIR_DOMAIN_EVENT_WATCHDOG_RESET`
        public static let reset = Self(VIR_DOMAIN_EVENT_WATCHDOG_RESET)

        /// Guest is forcibly powered off. `VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF`
        public static let powerOff = Self(VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF)

        /// Guest is requested to gracefully shutdown. `VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN`
        public static let shutdown = Self(VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN)

        /// No action, a debug message logged. `VIR_DOMAIN_EVENT_WATCHDOG_DEBUG`
        public static let debug = Self(VIR_DOMAIN_EVENT_WATCHDOG_DEBUG)

        /// Inject a non-maskable interrupt into guest. `VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI`
        public static let injectNMI = Self(VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI)

        private init(_ constant: virDomainEventWatchdogAction) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .`none`: "none"
            case .pause: "pause"
            case .reset: "reset"
            case .powerOff: "power off"
            case .shutdown: "shutdown"
            case .debug: "debug"
            case .injectNMI: "inject NMI"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
