internal import CLibvirt

extension Domain {
    /// Which domains statistics are asked of, and how.
    public struct StatisticsFlags: OptionSet, Hashable, Sendable {
        /// libvirt's number (`virConnectGetAllDomainStatsFlags`).
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE`
        public static let active = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE)

        /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE`
        public static let inactive = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE)

        /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT`
        public static let persistent = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT)

        /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT`
        public static let transient = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT)

        /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING`
        public static let running = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING)

        /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED`
        public static let paused = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED)

        /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF`
        public static let shutOff = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF)

        /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER`
        public static let other = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER)

        /// Report statistics that can be obtained immediately without any blocking.
        /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT`
        public static let noWait = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT)

        /// Include backing chain for block stats. `VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING`
        public static let backing = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING)

        /// Enforce requested stats. `VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS`
        public static let enforceStatistics = Self(VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS)

        private init(_ constant: virConnectGetAllDomainStatsFlags) {
            self.init(rawValue: constant.rawValue)
        }
    }
}
