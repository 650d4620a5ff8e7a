/// All that is known about one machine. It holds no secrets.
public struct MachineDetail: Hashable, Sendable, Codable {
    public var name: String
    public var uuid: String
    /// libvirt's number of a running machine.
    public var id: Int?
    public var host: String
    public var state: MachineState
    /// Why it is in that state, in a few words; nil where the hypervisor does not know.
    public var reason: String?
    /// One line for people.
    public var title: String?
    public var notes: String?
    public var tags: [String]
    /// The guest's operating system, where the definition says it.
    public var os: OS?
    public var autostart: Bool
    /// False for a machine that is gone when it stops.
    public var persistent: Bool
    /// Whether its memory lies saved on disk and the next start goes on from there.
    public var hasSavedState: Bool
    public var vcpus: Int
    public var maximumVCPUs: Int
    /// In bytes: what the guest has now, or will have at the next start.
    public var memory: UInt64?
    /// In bytes.
    public var maximumMemory: UInt64?
    /// Such as `x86_64`.
    public var architecture: String?
    /// Such as `pc-q35-7.2`.
    public var machineType: String?
    /// `uefi` or `bios`; nil where the machine boots otherwise.
    public var firmware: String?
    /// `kvm`, `emulation`, or another hypervisor's word.
    public var acceleration: String?
    /// Whether the guest agent is there; nil without a channel for one.
    public var agentConnected: Bool?
    public var disks: [MachineDisk]
    public var interfaces: [MachineInterface]
    public var graphics: [MachineGraphics]
    public var snapshots: [MachineSnapshot]

    /// An operating system of the osinfo database.
    public struct OS: Hashable, Sendable, Codable {
        /// The database's identifier, such as `http://debian.org/debian/12`.
        public var id: String
        /// What people type, such as `debian12`; nil for one that this computer's database does not know.
        public var name: String?
    }
}
