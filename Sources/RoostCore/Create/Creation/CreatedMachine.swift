/// A machine that was just made.
public struct CreatedMachine: Hashable, Sendable, Codable {
    public var name: String
    public var uuid: String
    /// libvirt's number, if it runs.
    public var id: Int?
    public var host: String
    public var state: MachineState
    /// Whether the host's own processor runs it.
    public var isAccelerated: Bool
    /// Why it is emulated, where it is.
    public var emulationReason: String?
    /// The protocols of its displays, such as `vnc`.
    public var displays: [String]
    /// The disks that were made for it: paths, or names where a pool's volumes have none.
    public var newDisks: [String]
    /// The image that its first disk was made from, and how; nil without one.
    public var image: CopiedImage?
    /// The password of displays that others can reach and that were given none. It is not told again.
    public var generatedPassword: String?
    /// What its author should know, a sentence each.
    public var notices: [String]
}
