internal import CLibvirt

extension Domain {
    /// An end of a guest's run, for which an action can be set.
    public struct LifecycleOccasion: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainLifecycle`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_DOMAIN_LIFECYCLE_POWEROFF`
        public static let powerOff = Self(VIR_DOMAIN_LIFECYCLE_POWEROFF)

        /// `VIR_DOMAIN_LIFECYCLE_REBOOT`
        public static let reboot = Self(VIR_DOMAIN_LIFECYCLE_REBOOT)

        /// `VIR_DOMAIN_LIFECYCLE_CRASH`
        public static let crash = Self(VIR_DOMAIN_LIFECYCLE_CRASH)

        private init(_ constant: virDomainLifecycle) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .powerOff: "power off"
            case .reboot: "reboot"
            case .crash: "crash"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
