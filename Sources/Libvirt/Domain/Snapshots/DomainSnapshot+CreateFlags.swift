internal import CLibvirt

extension DomainSnapshot {
    /// How a snapshot is made.
    public struct CreateFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainSnapshotCreateFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Restore or alter metadata. `VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE`
        public static let redefine = Self(VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE)

        /// With redefine, make snapshot current. `VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT`
        public static let current = Self(VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT)

        /// Make snapshot without remembering it. `VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA`
        public static let noMetadata = Self(VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA)

        /// Stop running guest after snapshot. `VIR_DOMAIN_SNAPSHOT_CREATE_HALT`
        public static let halt = Self(VIR_DOMAIN_SNAPSHOT_CREATE_HALT)

        /// Disk snapshot, not full system. `VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY`
        public static let diskOnly = Self(VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY)

        /// Reuse any existing external files. `VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT`
        public static let reuseExternal = Self(VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT)

        /// Use guest agent to quiesce all mounted file systems within the domain.
        /// `VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE`
        public static let quiesce = Self(VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE)

        /// Atomically avoid partial changes. `VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC`
        public static let atomic = Self(VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC)

        /// Create the snapshot while the guest is running. `VIR_DOMAIN_SNAPSHOT_CREATE_LIVE`
        public static let live = Self(VIR_DOMAIN_SNAPSHOT_CREATE_LIVE)

        /// Validate the XML against the schema. `VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE`
        public static let validate = Self(VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE)

        private init(_ constant: virDomainSnapshotCreateFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
