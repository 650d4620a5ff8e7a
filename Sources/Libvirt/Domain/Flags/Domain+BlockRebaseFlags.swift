internal import CLibvirt

extension Domain {
    /// How a backing chain is changed.
    public struct BlockRebaseFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainBlockRebaseFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Limit copy to top of source backing chain. `VIR_DOMAIN_BLOCK_REBASE_SHALLOW`
        public static let shallow = Self(VIR_DOMAIN_BLOCK_REBASE_SHALLOW)

        /// Reuse existing external file for a copy. `VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT`
        public static let reuseExternal = Self(VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT)

        /// Make destination file raw. `VIR_DOMAIN_BLOCK_REBASE_COPY_RAW`
        public static let copyRaw = Self(VIR_DOMAIN_BLOCK_REBASE_COPY_RAW)

        /// Start a copy job. `VIR_DOMAIN_BLOCK_REBASE_COPY`
        public static let copy = Self(VIR_DOMAIN_BLOCK_REBASE_COPY)

        /// Keep backing chain referenced using relative names. `VIR_DOMAIN_BLOCK_REBASE_RELATIVE`
        public static let relative = Self(VIR_DOMAIN_BLOCK_REBASE_RELATIVE)

        /// Treat destination as block device instead of file. `VIR_DOMAIN_BLOCK_REBASE_COPY_DEV`
        public static let copyDev = Self(VIR_DOMAIN_BLOCK_REBASE_COPY_DEV)

        private init(_ constant: virDomainBlockRebaseFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
