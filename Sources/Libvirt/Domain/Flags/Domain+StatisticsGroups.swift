internal import CLibvirt

extension Domain {
    /// Groups of statistics; empty asks for all that the hypervisor has.
    public struct StatisticsGroups: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virDomainStatsTypes`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Return domain state. `VIR_DOMAIN_STATS_STATE`
        public static let state = Self(VIR_DOMAIN_STATS_STATE)

        /// Return domain CPU info. `VIR_DOMAIN_STATS_CPU_TOTAL`
        public static let cpuTotal = Self(VIR_DOMAIN_STATS_CPU_TOTAL)

        /// Return domain balloon info. `VIR_DOMAIN_STATS_BALLOON`
        public static let balloon = Self(VIR_DOMAIN_STATS_BALLOON)

        /// Return domain virtual CPU info. `VIR_DOMAIN_STATS_VCPU`
        public static let vcpu = Self(VIR_DOMAIN_STATS_VCPU)

        /// Return domain interfaces info. `VIR_DOMAIN_STATS_INTERFACE`
        public static let interface = Self(VIR_DOMAIN_STATS_INTERFACE)

        /// Return domain block info. `VIR_DOMAIN_STATS_BLOCK`
        public static let block = Self(VIR_DOMAIN_STATS_BLOCK)

        /// Return domain perf event info. `VIR_DOMAIN_STATS_PERF`
        public static let perf = Self(VIR_DOMAIN_STATS_PERF)

        /// Return iothread poll info. `VIR_DOMAIN_STATS_IOTHREAD`
        public static let ioThread = Self(VIR_DOMAIN_STATS_IOTHREAD)

        /// Return domain memory info. `VIR_DOMAIN_STATS_MEMORY`
        public static let memory = Self(VIR_DOMAIN_STATS_MEMORY)

        /// Return domain dirty rate info. `VIR_DOMAIN_STATS_DIRTYRATE`
        public static let dirtyRate = Self(VIR_DOMAIN_STATS_DIRTYRATE)

        /// Return vm info. `VIR_DOMAIN_STATS_VM`
        public static let vm = Self(VIR_DOMAIN_STATS_VM)

        private init(_ constant: virDomainStatsTypes) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
