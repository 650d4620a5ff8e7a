internal import CLibvirt

extension Domain {
    /// How a disk is copied.
    public struct BlockCopyFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainBlockCopyFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Limit copy to top of source backing chain. `VIR_DOMAIN_BLOCK_COPY_SHALLOW`
        public static let shallow = Self(VIR_DOMAIN_BLOCK_COPY_SHALLOW)

        /// Reuse existing external file for a copy. `VIR_DOMAIN_BLOCK_COPY_REUSE_EXT`
        public static let reuseExternal = Self(VIR_DOMAIN_BLOCK_COPY_REUSE_EXT)

        /// Don't force usage of recoverable job for the copy operation. `VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB`
        public static let transientJob = Self(VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB)

        /// Force the copy job to synchronously propagate guest writes into the destination image, so that the
        /// copy is guaranteed to converge. `VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES`
        public static let synchronousWrites = Self(VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES)

        private init(_ constant: virDomainBlockCopyFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
