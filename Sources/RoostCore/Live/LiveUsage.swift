/// What a running machine, or a host, uses, measured between the last two samples. nil where nobody counts it.
public struct LiveUsage: Hashable, Sendable, Codable {
    /// Of one machine.
    public struct OfMachine: Hashable, Sendable {
        public var uuid: String
        public var usage: LiveUsage
    }

    /// In percent of one of the host's processors: up to 100 for each virtual one.
    public var cpuPercent: Double?
    /// In bytes.
    public var memoryUsed: UInt64?
    /// In bytes a second, of all disks.
    public var diskReadRate: Double?
    /// In bytes a second, of all disks.
    public var diskWriteRate: Double?
    /// In bytes a second, of all interfaces.
    public var networkReceiveRate: Double?
    /// In bytes a second, of all interfaces.
    public var networkSendRate: Double?

    public init(
        cpuPercent: Double? = nil, memoryUsed: UInt64? = nil, diskReadRate: Double? = nil,
        diskWriteRate: Double? = nil, networkReceiveRate: Double? = nil, networkSendRate: Double? = nil
    ) {
        self.cpuPercent = cpuPercent
        self.memoryUsed = memoryUsed
        self.diskReadRate = diskReadRate
        self.diskWriteRate = diskWriteRate
        self.networkReceiveRate = networkReceiveRate
        self.networkSendRate = networkSendRate
    }
}

extension LiveUsage.OfMachine {
    init(_ usage: MachineUsage) {
        self.init(
            uuid: usage.uuid,
            usage: LiveUsage(
                cpuPercent: usage.cpuPercent, memoryUsed: usage.memoryUsed, diskReadRate: usage.diskReadRate,
                diskWriteRate: usage.diskWriteRate, networkReceiveRate: usage.networkReceiveRate,
                networkSendRate: usage.networkSendRate))
    }
}

extension LiveUsage.OfMachine: Codable {
    private enum Key: String, CodingKey { case uuid }

    /// Flat: the machine beside what it uses.
    public init(from decoder: any Decoder) throws {
        uuid = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .uuid)
        usage = try LiveUsage(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(uuid, forKey: .uuid)
        try usage.encode(to: encoder)
    }
}
