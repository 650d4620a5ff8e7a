internal import CLibvirt

extension Domain {
    /// What goes together with a definition.
    public struct UndefineFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainUndefineFlagsValues`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Also remove any managed save. `VIR_DOMAIN_UNDEFINE_MANAGED_SAVE`
        public static let managedSave = Self(VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)

        /// If last use of domain, then also remove any snapshot metadata.
        /// `VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA`
        public static let snapshotsMetadata = Self(VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA)

        /// Also remove any nvram file. `VIR_DOMAIN_UNDEFINE_NVRAM`
        public static let nvram = Self(VIR_DOMAIN_UNDEFINE_NVRAM)

        /// Keep nvram file. `VIR_DOMAIN_UNDEFINE_KEEP_NVRAM`
        public static let keepNVRAM = Self(VIR_DOMAIN_UNDEFINE_KEEP_NVRAM)

        /// If last use of domain, then also remove any checkpoint metadata.
        /// `VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA`
        public static let checkpointsMetadata = Self(VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA)

        /// Also remove any TPM state. `VIR_DOMAIN_UNDEFINE_TPM`
        public static let tpm = Self(VIR_DOMAIN_UNDEFINE_TPM)

        /// Keep TPM state Future undefine control flags should come here. `VIR_DOMAIN_UNDEFINE_KEEP_TPM`
        public static let keepTPM = Self(VIR_DOMAIN_UNDEFINE_KEEP_TPM)

        private init(_ constant: virDomainUndefineFlagsValues) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
