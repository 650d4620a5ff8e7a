internal import CLibvirt

extension Domain {
    /// How the rate of written memory is measured; empty samples pages.
    public struct DirtyRateMode: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainDirtyRateCalcFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Dirty-bitmap mode. `VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP`
        public static let dirtyBitmap = Self(VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP)

        /// Dirty-ring mode. `VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING`
        public static let dirtyRing = Self(VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING)

        private init(_ constant: virDomainDirtyRateCalcFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
