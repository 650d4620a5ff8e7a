internal import CLibvirt

extension DomainEvent {
    /// How a domain came to be suspended by its guest.
    public struct PowerManagementSuspendedDetail: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventPMSuspendedDetailType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Guest was PM suspended to memory. `VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY`
        public static let memory = Self(VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY)

        /// Guest was PM suspended to disk. `VIR_DOMAIN_EVENT_PMSUSPENDED_DISK`
        public static let disk = Self(VIR_DOMAIN_EVENT_PMSUSPENDED_DISK)

        private init(_ constant: virDomainEventPMSuspendedDetailType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .memory: "memory"
            case .disk: "disk"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
