/// What became of a device of a machine.
public struct MachineDeviceReport: Hashable, Sendable, Codable {
    /// One thing that was to become different.
    public struct Effect: Hashable, Sendable, Codable {
        /// "attached", "detached", "ejected", or the changed option as it is written: "cache=none".
        public var what: String
        /// Whether it is so in the running machine.
        public var isNow: Bool
        /// Whether the definition says so, and every later start brings it.
        public var isAtNextStart: Bool
        /// Why the running machine does not have it although that was asked for.
        public var whyNotNow: String?
    }

    public var machine: String
    public var kind: MachineDeviceKind
    /// A disk's target, such as `vda`, or an interface's MAC address.
    public var device: String
    /// Whether the machine was running.
    public var wasActive: Bool
    /// Whether its memory lies saved on disk: then the next start goes on from there, with the devices of that time.
    public var hasSavedState: Bool
    public var effects: [Effect]
    /// Disks that were made: paths, or names where a pool's volumes have none.
    public var made: [String]
    /// Volumes that were deleted.
    public var deleted: [String]
    /// What the person should know, a sentence each.
    public var notices: [String]
}

extension MachineDeviceReport {
    init(
        _ machine: Machine, _ kind: MachineDeviceKind, _ device: String, _ definitions: MachineDefinitions,
        notices: [String] = []
    ) {
        self.init(
            machine: machine.label, kind: kind, device: device, wasActive: definitions.live != nil,
            hasSavedState: definitions.hasSavedState, effects: [], made: [], deleted: [], notices: notices)
    }
}
