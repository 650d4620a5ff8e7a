internal import CLibvirt

extension Domain {
    /// Why a domain cannot be controlled.
    public struct ControlErrorReason: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainControlErrorReason`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Server didn't provide a reason. `VIR_DOMAIN_CONTROL_ERROR_REASON_NONE`
        public static let `none` = Self(VIR_DOMAIN_CONTROL_ERROR_REASON_NONE)

        /// Unknown reason for the error. `VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN`
        public static let unknown = Self(VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN)

        /// Monitor connection is broken. `VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR`
        public static let monitor = Self(VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR)

        /// Error caused due to internal failure in libvirt. `VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL`
        public static let `internal` = Self(VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL)

        private init(_ constant: virDomainControlErrorReason) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .`none`: "none"
            case .unknown: "unknown"
            case .monitor: "monitor"
            case .`internal`: "internal"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
