internal import CLibvirt

extension Domain {
    /// What a job does to a disk.
    public struct BlockJobType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainBlockJobType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Placeholder. `VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN`
        public static let unknown = Self(VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN)

        /// Block Pull (virDomainBlockPull, or virDomainBlockRebase without flags), job ends on completion.
        /// `VIR_DOMAIN_BLOCK_JOB_TYPE_PULL`
        public static let pull = Self(VIR_DOMAIN_BLOCK_JOB_TYPE_PULL)

        /// Block Copy (virDomainBlockCopy, or virDomainBlockRebase with flags), job exists as long as
        /// mirroring is active. `VIR_DOMAIN_BLOCK_JOB_TYPE_COPY`
        public static let copy = Self(VIR_DOMAIN_BLOCK_JOB_TYPE_COPY)

        /// Block Commit (virDomainBlockCommit without flags), job ends on completion.
        /// `VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT`
        public static let commit = Self(VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT)

        /// Active Block Commit (virDomainBlockCommit with flags), job exists as long as sync is active.
        /// `VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT`
        public static let activeCommit = Self(VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT)

        /// Backup (virDomainBackupBegin). `VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP`
        public static let backup = Self(VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP)

        private init(_ constant: virDomainBlockJobType) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .unknown: "unknown"
            case .pull: "pull"
            case .copy: "copy"
            case .commit: "commit"
            case .activeCommit: "active commit"
            case .backup: "backup"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
