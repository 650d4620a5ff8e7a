/// What becomes of a machine's parts in its clone; worked out before anything is made.
public struct MachineClone: Hashable, Sendable, Codable {
    /// What the clone gets for one disk.
    public enum Way: String, Hashable, Sendable, Codable {
        case reflink, overlay, full
        /// Both use the same file or device.
        case shared
    }

    public struct Disk: Hashable, Sendable, Codable {
        /// "vda".
        public var target: String
        /// The source's file or device.
        public var source: String
        public var way: Way
        /// The clone's; the same as ``source`` where it is shared.
        public var path: String
        /// What is to be copied, in bytes: what the source's disk takes now.
        public var size: UInt64
    }

    public var source: String
    public var name: String
    public var disks: [Disk]
    /// Whether the source becomes a template by this: it can then be cloned, and no longer started.
    public var makesTemplate: Bool
    /// What the person should know, a sentence each.
    public var notices: [String]
}
