internal import CLibvirt

extension Domain {
    /// How a backing chain is committed.
    public struct BlockCommitFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainBlockCommitFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// NULL base means next backing file, not whole chain. `VIR_DOMAIN_BLOCK_COMMIT_SHALLOW`
        public static let shallow = Self(VIR_DOMAIN_BLOCK_COMMIT_SHALLOW)

        /// Delete any files that are now invalid after their contents have been committed.
        /// `VIR_DOMAIN_BLOCK_COMMIT_DELETE`
        public static let delete = Self(VIR_DOMAIN_BLOCK_COMMIT_DELETE)

        /// Allow a two-phase commit when top is the active layer. `VIR_DOMAIN_BLOCK_COMMIT_ACTIVE`
        public static let active = Self(VIR_DOMAIN_BLOCK_COMMIT_ACTIVE)

        /// Keep the backing chain referenced using relative names. `VIR_DOMAIN_BLOCK_COMMIT_RELATIVE`
        public static let relative = Self(VIR_DOMAIN_BLOCK_COMMIT_RELATIVE)

        private init(_ constant: virDomainBlockCommitFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
