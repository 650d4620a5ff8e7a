internal import CLibvirt

extension DomainEvent {
    /// Whose memory failed.
    public struct MemoryFailureRecipient: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainMemoryFailureRecipientType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Memory failure at hypersivor memory address space.
        /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR`
        public static let hypervisor = Self(VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR)

        /// Memory failure at guest memory address space. `VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST`
        public static let guest = Self(VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST)

        private init(_ constant: virDomainMemoryFailureRecipientType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .hypervisor: "hypervisor"
            case .guest: "guest"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
