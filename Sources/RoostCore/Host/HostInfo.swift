/// What a host is and how much of it is free.
public struct HostInfo: Hashable, Sendable, Codable {
    public struct Processor: Hashable, Sendable, Codable {
        /// "x86_64", "aarch64", …
        public var architecture: String
        /// libvirt's name of the nearest model it knows.
        public var model: String?
        public var vendor: String?
        /// Processors that are online.
        public var count: Int
        public var sockets: Int
        /// Of each socket.
        public var cores: Int
        /// Of each core.
        public var threads: Int
        /// In MHz; nil where unknown.
        public var frequency: Int?
    }

    public struct Counts: Hashable, Sendable, Codable {
        public var running: Int
        public var total: Int
    }

    public var hostname: String
    public var uri: String
    /// "QEMU".
    public var hypervisor: String
    /// nil where libvirt cannot tell.
    public var hypervisorVersion: String?
    /// Of the daemon.
    public var libvirtVersion: String
    /// "monolithic" for libvirtd, "modular" for virtqemud and its kin; nil where its sockets are not
    /// seen: on a host far away that is not reached over ssh.
    public var daemon: String?
    public var processor: Processor
    /// In bytes.
    public var memory: UInt64
    /// In bytes; nil where the host does not tell.
    public var freeMemory: UInt64?
    /// Whether machines of the host's own architecture run on its processor or by emulation.
    public var accelerated: Bool
    /// Why not.
    public var emulationReason: String?
    public var machines: Counts
    public var networks: Counts
    public var pools: [PoolSummary]
}
