/// A machine as a row of a list: what one bulk call tells about it.
public struct MachineSummary: Hashable, Sendable, Codable {
    public var name: String
    public var uuid: String
    /// libvirt's number of a running machine.
    public var id: Int?
    public var host: String
    public var state: MachineState
    /// Current virtual CPUs; nil where the hypervisor does not count them in bulk.
    public var vcpus: Int?
    /// Current memory in bytes; nil where the hypervisor does not count it in bulk.
    public var memory: UInt64?
    /// Most memory it may have without a restart, in bytes.
    public var maximumMemory: UInt64?
    public var autostart: Bool
    /// False for a machine that is gone when it stops.
    public var persistent: Bool
    /// Whether its memory lies saved on disk and the next start goes on from there.
    public var hasSavedState: Bool
    /// Roost's tags; nil where they were not asked for, as they cost a call a machine.
    public var tags: [String]?
}
