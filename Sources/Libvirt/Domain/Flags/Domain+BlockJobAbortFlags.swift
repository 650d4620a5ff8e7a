internal import CLibvirt

extension Domain {
    /// How a block job is ended.
    public struct BlockJobAbortFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainBlockJobAbortFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// `VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC`
        public static let async = Self(VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC)

        /// `VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT`
        public static let pivot = Self(VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT)

        private init(_ constant: virDomainBlockJobAbortFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
