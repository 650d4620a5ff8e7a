internal import CLibvirt

extension Domain {
    /// What became of a block job.
    public struct BlockJobStatus: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virConnectDomainEventBlockJobStatus`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_DOMAIN_BLOCK_JOB_COMPLETED`
        public static let completed = Self(VIR_DOMAIN_BLOCK_JOB_COMPLETED)

        /// `VIR_DOMAIN_BLOCK_JOB_FAILED`
        public static let failed = Self(VIR_DOMAIN_BLOCK_JOB_FAILED)

        /// `VIR_DOMAIN_BLOCK_JOB_CANCELED`
        public static let cancelled = Self(VIR_DOMAIN_BLOCK_JOB_CANCELED)

        /// `VIR_DOMAIN_BLOCK_JOB_READY`
        public static let ready = Self(VIR_DOMAIN_BLOCK_JOB_READY)

        private init(_ constant: virConnectDomainEventBlockJobStatus) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .completed: "completed"
            case .failed: "failed"
            case .cancelled: "cancelled"
            case .ready: "ready"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
