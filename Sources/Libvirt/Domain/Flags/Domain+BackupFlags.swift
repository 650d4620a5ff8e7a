internal import CLibvirt

extension Domain {
    /// How a backup is begun.
    public struct BackupFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainBackupBeginFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Reuse separately provided images. `VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL`
        public static let reuseExternal = Self(VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL)

        private init(_ constant: virDomainBackupBeginFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
