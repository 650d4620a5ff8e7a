internal import CLibvirt

extension Domain {
    /// How a job is aborted.
    public struct AbortJobFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainAbortJobFlagsValues`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Interrupt post-copy migration. Since migration in a post-copy phase cannot be aborted without
        /// losing the domain (none of the hosts involved in migration has a complete state of the domain),
        /// the migration will be suspended and it can later be resumed using virDomainMigrate* APIs with
        /// VIR_MIGRATE_POSTCOPY_RESUME flag. `VIR_DOMAIN_ABORT_JOB_POSTCOPY`
        public static let postcopy = Self(VIR_DOMAIN_ABORT_JOB_POSTCOPY)

        private init(_ constant: virDomainAbortJobFlagsValues) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
