internal import CLibvirt

extension DomainEvent {
    /// More about a failure of memory.
    public struct MemoryFailureFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainMemoryFailureFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Whether a memory failure event is action-required or action-optional (e.g. a failure during memory
        /// scrub). `VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED`
        public static let actionRequired = Self(VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED)

        /// Whether the failure occurred while the previous failure was still in progress.
        /// `VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE`
        public static let recursive = Self(VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE)

        private init(_ constant: virDomainMemoryFailureFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
