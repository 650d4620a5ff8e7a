internal import CLibvirt

extension DomainCheckpoint {
    /// Which checkpoints to list; none selects all.
    public struct Selection: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainCheckpointListFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Of a domain: those without a parent. Of a checkpoint, where the same bit is called
        /// `VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS`: all below it. `VIR_DOMAIN_CHECKPOINT_LIST_ROOTS`
        public static let roots = Self(VIR_DOMAIN_CHECKPOINT_LIST_ROOTS)

        /// Ensure parents occur before children in the resulting list.
        /// `VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL`
        public static let topological = Self(VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL)

        /// Filter by checkpoints with no children. `VIR_DOMAIN_CHECKPOINT_LIST_LEAVES`
        public static let leaves = Self(VIR_DOMAIN_CHECKPOINT_LIST_LEAVES)

        /// Filter by checkpoints that have children. `VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES`
        public static let noLeaves = Self(VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES)

        private init(_ constant: virDomainCheckpointListFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
