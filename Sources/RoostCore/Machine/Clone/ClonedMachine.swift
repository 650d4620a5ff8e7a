/// A clone that is there.
public struct ClonedMachine: Hashable, Sendable, Codable {
    public var name: String
    public var uuid: String
    public var host: String
    public var state: MachineState
    public var disks: [MachineClone.Disk]
    /// What the person should know, a sentence each.
    public var notices: [String]
}
