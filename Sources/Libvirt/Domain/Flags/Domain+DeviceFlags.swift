internal import CLibvirt

extension Domain {
    /// What a change of devices concerns, and how strictly.
    public struct DeviceFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainDeviceModifyFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// See virDomainModificationImpact. `VIR_DOMAIN_DEVICE_MODIFY_LIVE`
        public static let live = Self(VIR_DOMAIN_DEVICE_MODIFY_LIVE)

        /// See virDomainModificationImpact. `VIR_DOMAIN_DEVICE_MODIFY_CONFIG`
        public static let config = Self(VIR_DOMAIN_DEVICE_MODIFY_CONFIG)

        /// Forcibly modify device (ex. force eject a cdrom). `VIR_DOMAIN_DEVICE_MODIFY_FORCE`
        public static let force = Self(VIR_DOMAIN_DEVICE_MODIFY_FORCE)

        private init(_ constant: virDomainDeviceModifyFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
