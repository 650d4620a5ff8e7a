internal import CLibvirt

extension Domain {
    /// A figure about a guest's memory.
    public struct MemoryStatistic: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virDomainMemoryStatTags`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// The total amount of data read from swap space (in kB). `VIR_DOMAIN_MEMORY_STAT_SWAP_IN`
        public static let swapIn = Self(VIR_DOMAIN_MEMORY_STAT_SWAP_IN)

        /// The total amount of memory written out to swap space (in kB). `VIR_DOMAIN_MEMORY_STAT_SWAP_OUT`
        public static let swapOut = Self(VIR_DOMAIN_MEMORY_STAT_SWAP_OUT)

        /// Page faults occur when a process makes a valid access to virtual memory that is not available.
        /// When servicing the page fault, if disk IO is required, it is considered a major fault. If not, it
        /// is a minor fault. These are expressed as the number of faults that have occurred.
        /// `VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT`
        public static let majorFault = Self(VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT)

        /// `VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT`
        public static let minorFault = Self(VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT)

        /// The amount of memory left completely unused by the system. Memory that is available but used for
        /// reclaimable caches should NOT be reported as free. This value is expressed in kB.
        /// `VIR_DOMAIN_MEMORY_STAT_UNUSED`
        public static let unused = Self(VIR_DOMAIN_MEMORY_STAT_UNUSED)

        /// The total amount of usable memory as seen by the domain. This value may be less than the amount of
        /// memory assigned to the domain if a balloon driver is in use or if the guest OS does not initialize
        /// all assigned pages. This value is expressed in kB. `VIR_DOMAIN_MEMORY_STAT_AVAILABLE`
        public static let available = Self(VIR_DOMAIN_MEMORY_STAT_AVAILABLE)

        /// Current balloon value (in KB). `VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON`
        public static let actualBalloon = Self(VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON)

        /// Resident Set Size of the process running the domain. This value is in kB.
        /// `VIR_DOMAIN_MEMORY_STAT_RSS`
        public static let rss = Self(VIR_DOMAIN_MEMORY_STAT_RSS)

        /// How much the balloon can be inflated without pushing the guest system to swap, corresponds to
        /// 'Available' in /proc/meminfo. `VIR_DOMAIN_MEMORY_STAT_USABLE`
        public static let usable = Self(VIR_DOMAIN_MEMORY_STAT_USABLE)

        /// Timestamp of the last update of statistics, in seconds. `VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE`
        public static let lastUpdate = Self(VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE)

        /// The amount of memory, that can be quickly reclaimed without additional I/O (in kB). Typically
        /// these pages are used for caching files from disk. `VIR_DOMAIN_MEMORY_STAT_DISK_CACHES`
        public static let diskCaches = Self(VIR_DOMAIN_MEMORY_STAT_DISK_CACHES)

        /// The number of successful huge page allocations from inside the domain via virtio balloon.
        /// `VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC`
        public static let hugePageAllocations = Self(VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC)

        /// The number of failed huge page allocations from inside the domain via virtio balloon.
        /// `VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL`
        public static let hugePageFailures = Self(VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL)

        private init(_ constant: virDomainMemoryStatTags) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .swapIn: "swap in"
            case .swapOut: "swap out"
            case .majorFault: "major fault"
            case .minorFault: "minor fault"
            case .unused: "unused"
            case .available: "available"
            case .actualBalloon: "actual balloon"
            case .rss: "rss"
            case .usable: "usable"
            case .lastUpdate: "last update"
            case .diskCaches: "disk caches"
            case .hugePageAllocations: "huge page allocations"
            case .hugePageFailures: "huge page failures"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
