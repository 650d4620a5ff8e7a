internal import CLibvirt

extension DomainSnapshot {
    /// Which snapshots to list; none selects all.
    public struct Selection: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainSnapshotListFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Of a domain: those without a parent. Of a snapshot, where the same bit is called
        /// `VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS`: all below it. `VIR_DOMAIN_SNAPSHOT_LIST_ROOTS`
        public static let roots = Self(VIR_DOMAIN_SNAPSHOT_LIST_ROOTS)

        /// Filter by snapshots which have metadata. `VIR_DOMAIN_SNAPSHOT_LIST_METADATA`
        public static let metadata = Self(VIR_DOMAIN_SNAPSHOT_LIST_METADATA)

        /// Filter by snapshots with no children. `VIR_DOMAIN_SNAPSHOT_LIST_LEAVES`
        public static let leaves = Self(VIR_DOMAIN_SNAPSHOT_LIST_LEAVES)

        /// Filter by snapshots that have children. `VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES`
        public static let noLeaves = Self(VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES)

        /// Filter by snapshots with no metadata. `VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA`
        public static let noMetadata = Self(VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA)

        /// Filter by snapshots taken while guest was shut off. `VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE`
        public static let inactive = Self(VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE)

        /// Filter by snapshots taken while guest was active, and with memory state.
        /// `VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE`
        public static let active = Self(VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE)

        /// Filter by snapshots taken while guest was active, but without memory state.
        /// `VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY`
        public static let diskOnly = Self(VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY)

        /// Filter by snapshots stored internal to disk images. `VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL`
        public static let `internal` = Self(VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL)

        /// Filter by snapshots that use files external to disk images. `VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL`
        public static let external = Self(VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL)

        /// Ensure parents occur before children in the resulting list. `VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL`
        public static let topological = Self(VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL)

        private init(_ constant: virDomainSnapshotListFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
