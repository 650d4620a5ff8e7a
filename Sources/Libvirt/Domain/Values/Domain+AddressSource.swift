internal import CLibvirt

extension Domain {
    /// Where a guest's addresses are learned.
    public struct AddressSource: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainInterfaceAddressesSource`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Parse DHCP lease file. `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE`
        public static let lease = Self(VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE)

        /// Query qemu guest agent. `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT`
        public static let agent = Self(VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT)

        /// Query ARP tables. `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP`
        public static let arp = Self(VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP)

        private init(_ constant: virDomainInterfaceAddressesSource) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .lease: "lease"
            case .agent: "agent"
            case .arp: "arp"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
