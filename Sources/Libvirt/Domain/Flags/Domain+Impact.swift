internal import CLibvirt

extension Domain {
    /// What a change concerns: the running domain, its definition, or both. Empty means the running domain where
    /// it runs, else its definition.
    public struct Impact: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainModificationImpact`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Affect running domain state. `VIR_DOMAIN_AFFECT_LIVE`
        public static let live = Self(VIR_DOMAIN_AFFECT_LIVE)

        /// Affect persistent domain state. 1 << 2 is reserved for virTypedParameterFlags.
        /// `VIR_DOMAIN_AFFECT_CONFIG`
        public static let config = Self(VIR_DOMAIN_AFFECT_CONFIG)

        private init(_ constant: virDomainModificationImpact) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
