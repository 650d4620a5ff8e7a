public import XMLTree

/// A virtual machine as libvirt defines it: `<domain>`.
public struct Domain: DocumentView {
    public static let elementName = "domain"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// - Parameter memory: in bytes.
    public init(_ type: DomainType, name: String, memory: UInt64, vcpus: UInt) {
        self.init()
        self.type = type
        self.name = name
        self.memory = memory
        self.maximumVCPUs = vcpus
    }

    public struct Properties: Sendable {
        public let type = Property<DomainType?>("@type")
        /// Known while the domain runs.
        public let id = Property<Int?>("@id")
        public let name = Property<String>(required: "name")
        public let uuid = Property<String?>("uuid")
        /// One line for people.
        public let title = Property<String?>("title")
        public let description = Property<String?>("description")
        /// In bytes; written in KiB. The most that the guest may have without memory being plugged in.
        public let memory = Property<UInt64?>(bytes: "memory", in: .kibibytes)
        /// In bytes; written in KiB. What the balloon leaves to the guest.
        public let currentMemory = Property<UInt64?>(bytes: "currentMemory", in: .kibibytes)
        /// In bytes; written in KiB. The most that plugged-in memory can bring.
        public let maximumMemory = Property<UInt64?>(bytes: "maxMemory", in: .kibibytes)
        public let memoryBacking = Property<MemoryBacking>(group: "memoryBacking")
        public let maximumVCPUs = Property<UInt?>("vcpu")
        /// How many of them are there at start; nil is all.
        public let currentVCPUs = Property<UInt?>("vcpu/@current")
        /// The host CPUs that they may run on, such as `0-3,^2`.
        public let vcpuSet = Property<String?>("vcpu/@cpuset")
        public let iothreads = Property<UInt?>("iothreads")
        /// The control group, as in `/machine`.
        public let resourcePartition = Property<String?>("resource/partition")
        public let os = Property<OperatingSystem>(group: "os")
        public let features = Property<Features>(group: "features")
        public let cpu = Property<CPU?>(child: "cpu")
        public let clock = Property<Clock>(group: "clock")
        public let onPowerOff = Property<LifecycleAction?>("on_poweroff")
        public let onReboot = Property<LifecycleAction?>("on_reboot")
        public let onCrash = Property<LifecycleAction?>("on_crash")
        public let suspendToMemory = Property<Bool?>(yesNo: "pm/suspend-to-mem/@enabled")
        public let suspendToDisk = Property<Bool?>(yesNo: "pm/suspend-to-disk/@enabled")
        public let devices = Property<Devices>(group: "devices")
        public let securityLabels = Property<[SecurityLabel]>(children: "seclabel")
    }
}
