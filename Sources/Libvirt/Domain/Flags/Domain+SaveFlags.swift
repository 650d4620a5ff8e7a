internal import CLibvirt

extension Domain {
    /// How memory is saved or restored.
    public struct SaveFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainSaveRestoreFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Avoid file system cache pollution. `VIR_DOMAIN_SAVE_BYPASS_CACHE`
        public static let bypassCache = Self(VIR_DOMAIN_SAVE_BYPASS_CACHE)

        /// Favor running over paused. `VIR_DOMAIN_SAVE_RUNNING`
        public static let running = Self(VIR_DOMAIN_SAVE_RUNNING)

        /// Favor paused over running. `VIR_DOMAIN_SAVE_PAUSED`
        public static let paused = Self(VIR_DOMAIN_SAVE_PAUSED)

        /// Re-initialize NVRAM from template. `VIR_DOMAIN_SAVE_RESET_NVRAM`
        public static let resetNVRAM = Self(VIR_DOMAIN_SAVE_RESET_NVRAM)

        private init(_ constant: virDomainSaveRestoreFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
