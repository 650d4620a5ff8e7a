internal import CLibvirt

/// A host's processors and memory.
public struct NodeInfo: Hashable, Sendable {
    /// The processor's model, such as `x86_64`.
    public let model: String
    /// Memory in KiB.
    public let memory: UInt64
    /// Number of active processors.
    public let cpus: UInt32
    /// Expected frequency in MHz; 0 when unknown.
    public let frequency: UInt32
    /// Number of NUMA cells.
    public let cells: UInt32
    /// Sockets of each cell.
    public let sockets: UInt32
    /// Cores of each socket.
    public let cores: UInt32
    /// Threads of each core.
    public let threads: UInt32

    init(_ info: virNodeInfo) {
        model = text(of: info.model)
        memory = UInt64(info.memory)
        cpus = info.cpus
        frequency = info.mhz
        cells = info.nodes
        sockets = info.sockets
        cores = info.cores
        threads = info.threads
    }
}
