internal import CLibvirt

extension Domain {
    /// Which XML is wanted.
    public struct XMLFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainXMLFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Dump security sensitive information too. `VIR_DOMAIN_XML_SECURE`
        public static let secure = Self(VIR_DOMAIN_XML_SECURE)

        /// Dump inactive domain information. `VIR_DOMAIN_XML_INACTIVE`
        public static let inactive = Self(VIR_DOMAIN_XML_INACTIVE)

        /// Update guest CPU requirements according to host CPU. `VIR_DOMAIN_XML_UPDATE_CPU`
        public static let updateCPU = Self(VIR_DOMAIN_XML_UPDATE_CPU)

        /// Dump XML suitable for migration. `VIR_DOMAIN_XML_MIGRATABLE`
        public static let migratable = Self(VIR_DOMAIN_XML_MIGRATABLE)

        private init(_ constant: virDomainXMLFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
