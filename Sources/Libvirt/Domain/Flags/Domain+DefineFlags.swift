internal import CLibvirt

extension Domain {
    /// How a domain is defined.
    public struct DefineFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainDefineFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Validate the XML document against schema. `VIR_DOMAIN_DEFINE_VALIDATE`
        public static let validate = Self(VIR_DOMAIN_DEFINE_VALIDATE)

        private init(_ constant: virDomainDefineFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
