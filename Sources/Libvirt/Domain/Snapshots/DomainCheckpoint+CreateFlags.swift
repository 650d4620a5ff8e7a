internal import CLibvirt

extension DomainCheckpoint {
    /// How a checkpoint is made.
    public struct CreateFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainCheckpointCreateFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Restore or alter metadata. `VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE`
        public static let redefine = Self(VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE)

        /// Use guest agent to quiesce all mounted file systems within the domain.
        /// `VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE`
        public static let quiesce = Self(VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE)

        /// Validate disk data state when redefining a checkpoint.
        /// `VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE`
        public static let redefineValidate = Self(VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE)

        private init(_ constant: virDomainCheckpointCreateFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
