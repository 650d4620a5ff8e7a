internal import CLibvirt

extension Domain {
    /// Why a domain is in the state crashed.
    public struct CrashedReason: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainCrashedReason`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Crashed for unknown reason. `VIR_DOMAIN_CRASHED_UNKNOWN`
        public static let unknown = Self(VIR_DOMAIN_CRASHED_UNKNOWN)

        /// Domain panicked. `VIR_DOMAIN_CRASHED_PANICKED`
        public static let panicked = Self(VIR_DOMAIN_CRASHED_PANICKED)

        private init(_ constant: virDomainCrashedReason) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .unknown: "unknown"
            case .panicked: "panicked"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
