internal import CLibvirt

extension DomainSnapshot {
    /// How a domain goes back to a snapshot.
    public struct RevertFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainSnapshotRevertFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Run after revert. `VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING`
        public static let running = Self(VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING)

        /// Pause after revert. `VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED`
        public static let paused = Self(VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED)

        /// Allow risky reverts. `VIR_DOMAIN_SNAPSHOT_REVERT_FORCE`
        public static let force = Self(VIR_DOMAIN_SNAPSHOT_REVERT_FORCE)

        /// Re-initialize NVRAM from template. `VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM`
        public static let resetNVRAM = Self(VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM)

        private init(_ constant: virDomainSnapshotRevertFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
