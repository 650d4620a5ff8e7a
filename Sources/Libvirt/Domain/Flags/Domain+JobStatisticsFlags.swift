internal import CLibvirt

extension Domain {
    /// Which job is meant.
    public struct JobStatisticsFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainGetJobStatsFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Return stats of a recently completed job. `VIR_DOMAIN_JOB_STATS_COMPLETED`
        public static let completed = Self(VIR_DOMAIN_JOB_STATS_COMPLETED)

        /// Don't remove completed stats when reading them. `VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED`
        public static let keepCompleted = Self(VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED)

        private init(_ constant: virDomainGetJobStatsFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
