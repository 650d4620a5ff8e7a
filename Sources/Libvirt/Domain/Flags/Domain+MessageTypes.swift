internal import CLibvirt

extension Domain {
    /// Kinds of messages about a domain; empty asks for all.
    public struct MessageTypes: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainMessageType`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// `VIR_DOMAIN_MESSAGE_DEPRECATION`
        public static let deprecation = Self(VIR_DOMAIN_MESSAGE_DEPRECATION)

        /// `VIR_DOMAIN_MESSAGE_TAINTING`
        public static let tainting = Self(VIR_DOMAIN_MESSAGE_TAINTING)

        private init(_ constant: virDomainMessageType) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
