internal import CLibvirt

extension Domain {
    /// How libvirt deals with files that were passed to it.
    public struct FileFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainFDAssociateFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Attempt a best-effort restore of security labels after use.
        /// `VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE`
        public static let securityLabelRestore = Self(VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE)

        /// Use a seclabel allowing writes for the FD even if usage implies read-only mode.
        /// `VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE`
        public static let securityLabelWritable = Self(VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE)

        private init(_ constant: virDomainFDAssociateFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
