internal import CLibvirt

extension Domain {
    /// How a domain is started.
    public struct StartFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainCreateFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Launch guest in paused state. `VIR_DOMAIN_START_PAUSED`
        public static let paused = Self(VIR_DOMAIN_START_PAUSED)

        /// Automatically kill guest when virConnectPtr is closed. `VIR_DOMAIN_START_AUTODESTROY`
        public static let autoDestroy = Self(VIR_DOMAIN_START_AUTODESTROY)

        /// Avoid file system cache pollution. `VIR_DOMAIN_START_BYPASS_CACHE`
        public static let bypassCache = Self(VIR_DOMAIN_START_BYPASS_CACHE)

        /// Boot, discarding any managed save. `VIR_DOMAIN_START_FORCE_BOOT`
        public static let forceBoot = Self(VIR_DOMAIN_START_FORCE_BOOT)

        /// Validate the XML document against schema. `VIR_DOMAIN_START_VALIDATE`
        public static let validate = Self(VIR_DOMAIN_START_VALIDATE)

        /// Re-initialize NVRAM from template. `VIR_DOMAIN_START_RESET_NVRAM`
        public static let resetNVRAM = Self(VIR_DOMAIN_START_RESET_NVRAM)

        private init(_ constant: virDomainCreateFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
