public import LibvirtXML
public import OSInfo

/// All that a blueprint needs to know of a host. Gathered before; nothing here asks anybody anything.
public struct HostFacts: Sendable {
    public var capabilities: Capabilities
    public var platform: MachinePlatform
    /// Of ``platform``.
    public var domainCapabilities: DomainCapabilities
    /// Whether machines belong to one user and have no privileges (`qemu:///session`).
    public var isSession: Bool
    /// The guest's, where it was named or found out.
    public var operatingSystem: OSInfo.OperatingSystem?
    /// The names of the host's machines.
    public var machineNames: Set<String>
    /// The host's storage pools.
    public var pools: [PoolFacts]
    /// What lies at the request's ``MachineRequest/storagePlaces``; nothing lies at a place that is missing here.
    public var storage: [StoragePlace: StorageFacts]
    /// The names of the host's virtual networks; nil when they were not looked at.
    public var networks: Set<String>?
    /// The image that the first disk is made from.
    public var image: ImageFacts?
    /// Who logs in to a machine that is made from an image; nil where only a file for cloud-init knows.
    public var user: String?
    /// Where libvirt keeps its logs; nil where that is not known.
    public var logDirectory: String?

    public init(
        capabilities: Capabilities, platform: MachinePlatform, domainCapabilities: DomainCapabilities, isSession: Bool,
        operatingSystem: OSInfo.OperatingSystem? = nil, machineNames: Set<String> = [], pools: [PoolFacts] = [],
        storage: [StoragePlace: StorageFacts] = [:], networks: Set<String>? = nil,
        image: ImageFacts? = nil, user: String? = nil, logDirectory: String? = nil
    ) {
        self.capabilities = capabilities
        self.platform = platform
        self.domainCapabilities = domainCapabilities
        self.isSession = isSession
        self.operatingSystem = operatingSystem
        self.machineNames = machineNames
        self.pools = pools
        self.storage = storage
        self.networks = networks
        self.image = image
        self.user = user
        self.logDirectory = logDirectory
    }
}
