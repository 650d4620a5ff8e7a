internal import CLibvirt

extension Domain {
    /// The state of the channel through which the hypervisor is controlled.
    public struct ControlState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainControlState`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Operational, ready to accept commands. `VIR_DOMAIN_CONTROL_OK`
        public static let ok = Self(VIR_DOMAIN_CONTROL_OK)

        /// Background job is running (can be monitored by virDomainGetJobInfo); only limited set of commands
        /// may be allowed. `VIR_DOMAIN_CONTROL_JOB`
        public static let job = Self(VIR_DOMAIN_CONTROL_JOB)

        /// Occupied by a running command. `VIR_DOMAIN_CONTROL_OCCUPIED`
        public static let occupied = Self(VIR_DOMAIN_CONTROL_OCCUPIED)

        /// Unusable, domain cannot be fully operated, possible reason is provided in the details field.
        /// `VIR_DOMAIN_CONTROL_ERROR`
        public static let error = Self(VIR_DOMAIN_CONTROL_ERROR)

        private init(_ constant: virDomainControlState) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .ok: "ok"
            case .job: "job"
            case .occupied: "occupied"
            case .error: "error"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
