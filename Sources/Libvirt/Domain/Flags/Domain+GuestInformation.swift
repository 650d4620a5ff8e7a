internal import CLibvirt

extension Domain {
    /// What the guest agent is asked for; empty asks for all that it knows.
    public struct GuestInformation: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainGuestInfoTypes`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Return active users. `VIR_DOMAIN_GUEST_INFO_USERS`
        public static let users = Self(VIR_DOMAIN_GUEST_INFO_USERS)

        /// Return OS information. `VIR_DOMAIN_GUEST_INFO_OS`
        public static let os = Self(VIR_DOMAIN_GUEST_INFO_OS)

        /// Return timezone information. `VIR_DOMAIN_GUEST_INFO_TIMEZONE`
        public static let timezone = Self(VIR_DOMAIN_GUEST_INFO_TIMEZONE)

        /// Return hostname information. `VIR_DOMAIN_GUEST_INFO_HOSTNAME`
        public static let hostname = Self(VIR_DOMAIN_GUEST_INFO_HOSTNAME)

        /// Return filesystem information. `VIR_DOMAIN_GUEST_INFO_FILESYSTEM`
        public static let filesystem = Self(VIR_DOMAIN_GUEST_INFO_FILESYSTEM)

        /// Return disks information. `VIR_DOMAIN_GUEST_INFO_DISKS`
        public static let disks = Self(VIR_DOMAIN_GUEST_INFO_DISKS)

        /// Return interfaces information. `VIR_DOMAIN_GUEST_INFO_INTERFACES`
        public static let interfaces = Self(VIR_DOMAIN_GUEST_INFO_INTERFACES)

        private init(_ constant: virDomainGuestInfoTypes) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
