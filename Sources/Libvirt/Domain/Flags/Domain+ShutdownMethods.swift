internal import CLibvirt

extension Domain {
    /// Ways of asking a guest to shut down; with none the hypervisor chooses, with several it tries them in an
    /// order of its own.
    public struct ShutdownMethods: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainShutdownFlagValues`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Send ACPI event. `VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN`
        public static let acpiPowerButton = Self(VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN)

        /// Use guest agent. `VIR_DOMAIN_SHUTDOWN_GUEST_AGENT`
        public static let guestAgent = Self(VIR_DOMAIN_SHUTDOWN_GUEST_AGENT)

        /// Use initctl. `VIR_DOMAIN_SHUTDOWN_INITCTL`
        public static let initctl = Self(VIR_DOMAIN_SHUTDOWN_INITCTL)

        /// Send a signal. `VIR_DOMAIN_SHUTDOWN_SIGNAL`
        public static let signal = Self(VIR_DOMAIN_SHUTDOWN_SIGNAL)

        /// Use paravirt guest control. `VIR_DOMAIN_SHUTDOWN_PARAVIRT`
        public static let paravirt = Self(VIR_DOMAIN_SHUTDOWN_PARAVIRT)

        private init(_ constant: virDomainShutdownFlagValues) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
