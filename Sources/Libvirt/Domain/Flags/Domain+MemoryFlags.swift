internal import CLibvirt

extension Domain {
    /// What a change of memory concerns.
    public struct MemoryFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainMemoryModFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// See virDomainModificationImpact. `VIR_DOMAIN_MEM_LIVE`
        public static let live = Self(VIR_DOMAIN_MEM_LIVE)

        /// See virDomainModificationImpact. `VIR_DOMAIN_MEM_CONFIG`
        public static let config = Self(VIR_DOMAIN_MEM_CONFIG)

        /// Affect Max rather than current. `VIR_DOMAIN_MEM_MAXIMUM`
        public static let maximum = Self(VIR_DOMAIN_MEM_MAXIMUM)

        private init(_ constant: virDomainMemoryModFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
