internal import CLibvirt

extension Domain {
    /// What a question about or a change of virtual processors concerns.
    public struct VcpuFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainVcpuFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// See virDomainModificationImpact. `VIR_DOMAIN_VCPU_LIVE`
        public static let live = Self(VIR_DOMAIN_VCPU_LIVE)

        /// See virDomainModificationImpact. `VIR_DOMAIN_VCPU_CONFIG`
        public static let config = Self(VIR_DOMAIN_VCPU_CONFIG)

        /// Max rather than current count. `VIR_DOMAIN_VCPU_MAXIMUM`
        public static let maximum = Self(VIR_DOMAIN_VCPU_MAXIMUM)

        /// Modify state of the cpu in the guest. `VIR_DOMAIN_VCPU_GUEST`
        public static let guest = Self(VIR_DOMAIN_VCPU_GUEST)

        /// Make vcpus added hot(un)pluggable. `VIR_DOMAIN_VCPU_HOTPLUGGABLE`
        public static let hotpluggable = Self(VIR_DOMAIN_VCPU_HOTPLUGGABLE)

        private init(_ constant: virDomainVcpuFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
