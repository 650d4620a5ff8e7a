internal import CLibvirt

extension Domain {
    /// Why a domain is in the state shutdown (shutting down).
    public struct ShutdownReason: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainShutdownReason`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// The reason is unknown. `VIR_DOMAIN_SHUTDOWN_UNKNOWN`
        public static let unknown = Self(VIR_DOMAIN_SHUTDOWN_UNKNOWN)

        /// Shutting down on user request. `VIR_DOMAIN_SHUTDOWN_USER`
        public static let user = Self(VIR_DOMAIN_SHUTDOWN_USER)

        private init(_ constant: virDomainShutdownReason) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .unknown: "unknown"
            case .user: "user"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
