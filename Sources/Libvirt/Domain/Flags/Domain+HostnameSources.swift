internal import CLibvirt

extension Domain {
    /// Where a host name is looked for; with none the hypervisor chooses.
    public struct HostnameSources: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainGetHostnameFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Parse DHCP lease file. `VIR_DOMAIN_GET_HOSTNAME_LEASE`
        public static let lease = Self(VIR_DOMAIN_GET_HOSTNAME_LEASE)

        /// Query qemu guest agent. `VIR_DOMAIN_GET_HOSTNAME_AGENT`
        public static let agent = Self(VIR_DOMAIN_GET_HOSTNAME_AGENT)

        private init(_ constant: virDomainGetHostnameFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
