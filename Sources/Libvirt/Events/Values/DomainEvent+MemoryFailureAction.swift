internal import CLibvirt

extension DomainEvent {
    /// What is done about a failure of memory.
    public struct MemoryFailureAction: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainMemoryFailureActionType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// The memory failure could be ignored. This will only be the case for action-optional failures.
        /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE`
        public static let ignore = Self(VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE)

        /// Memory failure occurred in guest memory, the guest enabled MCE handling mechanism, and hypervisor
        /// could inject the MCE into the guest successfully. `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT`
        public static let inject = Self(VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT)

        /// The failure is unrecoverable. This occurs for action-required failures if the recipient is the
        /// hypervisor; hypervisor will exit. `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL`
        public static let fatal = Self(VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL)

        /// The failure is unrecoverable but confined to the guest. This occurs if the recipient is a guest
        /// which is not ready to handle memory failures. `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET`
        public static let reset = Self(VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET)

        private init(_ constant: virDomainMemoryFailureActionType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .ignore: "ignore"
            case .inject: "inject"
            case .fatal: "fatal"
            case .reset: "reset"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
