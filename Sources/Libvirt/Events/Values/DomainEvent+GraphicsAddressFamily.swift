internal import CLibvirt

extension DomainEvent {
    /// The family of a graphics client's address.
    public struct GraphicsAddressFamily: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainEventGraphicsAddressType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// IPv4 address. `VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4`
        public static let ipv4 = Self(VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4)

        /// IPv6 address. `VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6`
        public static let ipv6 = Self(VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6)

        /// UNIX socket path. `VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX`
        public static let unix = Self(VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX)

        private init(_ constant: virDomainEventGraphicsAddressType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .ipv4: "ipv4"
            case .ipv6: "ipv6"
            case .unix: "unix"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
