internal import CLibvirt

extension Domain {
    /// What is done at the end of a guest's run.
    public struct LifecycleAction: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainLifecycleAction`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY`
        public static let destroy = Self(VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY)

        /// `VIR_DOMAIN_LIFECYCLE_ACTION_RESTART`
        public static let restart = Self(VIR_DOMAIN_LIFECYCLE_ACTION_RESTART)

        /// `VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME`
        public static let restartRename = Self(VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME)

        /// `VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE`
        public static let preserve = Self(VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE)

        /// `VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY`
        public static let coreDumpDestroy = Self(VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY)

        /// `VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART`
        public static let coreDumpRestart = Self(VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART)

        private init(_ constant: virDomainLifecycleAction) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .destroy: "destroy"
            case .restart: "restart"
            case .restartRename: "restart rename"
            case .preserve: "preserve"
            case .coreDumpDestroy: "core dump destroy"
            case .coreDumpRestart: "core dump restart"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
