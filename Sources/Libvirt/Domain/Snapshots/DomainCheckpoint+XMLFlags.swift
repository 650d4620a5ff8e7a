internal import CLibvirt

extension DomainCheckpoint {
    /// Which XML is wanted.
    public struct XMLFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainCheckpointXMLFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Include sensitive data. `VIR_DOMAIN_CHECKPOINT_XML_SECURE`
        public static let secure = Self(VIR_DOMAIN_CHECKPOINT_XML_SECURE)

        /// Suppress <domain> subelement. `VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN`
        public static let noDomain = Self(VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN)

        /// Include dynamic per-<disk> size. `VIR_DOMAIN_CHECKPOINT_XML_SIZE`
        public static let size = Self(VIR_DOMAIN_CHECKPOINT_XML_SIZE)

        private init(_ constant: virDomainCheckpointXMLFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
