internal import CLibvirt

extension Domain {
    /// How far a job's end can be foreseen, or how it ended.
    public struct JobType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainJobType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// No job is active. `VIR_DOMAIN_JOB_NONE`
        public static let `none` = Self(VIR_DOMAIN_JOB_NONE)

        /// Job with a finite completion time. `VIR_DOMAIN_JOB_BOUNDED`
        public static let bounded = Self(VIR_DOMAIN_JOB_BOUNDED)

        /// Job without a finite completion time. `VIR_DOMAIN_JOB_UNBOUNDED`
        public static let unbounded = Self(VIR_DOMAIN_JOB_UNBOUNDED)

        /// Job has finished, but isn't cleaned up. `VIR_DOMAIN_JOB_COMPLETED`
        public static let completed = Self(VIR_DOMAIN_JOB_COMPLETED)

        /// Job hit error, but isn't cleaned up. `VIR_DOMAIN_JOB_FAILED`
        public static let failed = Self(VIR_DOMAIN_JOB_FAILED)

        /// Job was aborted, but isn't cleaned up. `VIR_DOMAIN_JOB_CANCELLED`
        public static let cancelled = Self(VIR_DOMAIN_JOB_CANCELLED)

        private init(_ constant: virDomainJobType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .`none`: "none"
            case .bounded: "bounded"
            case .unbounded: "unbounded"
            case .completed: "completed"
            case .failed: "failed"
            case .cancelled: "cancelled"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
