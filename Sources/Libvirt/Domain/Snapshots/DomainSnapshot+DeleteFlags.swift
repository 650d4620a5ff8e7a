internal import CLibvirt

extension DomainSnapshot {
    /// What goes together with a snapshot.
    public struct DeleteFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainSnapshotDeleteFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Also delete children. `VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN`
        public static let children = Self(VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN)

        /// Delete just metadata. `VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY`
        public static let metadataOnly = Self(VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY)

        /// Delete just children. `VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY`
        public static let childrenOnly = Self(VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY)

        private init(_ constant: virDomainSnapshotDeleteFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
