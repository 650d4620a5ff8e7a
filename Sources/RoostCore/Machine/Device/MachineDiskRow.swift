/// A disk or drive, as it is in the running machine or will be at its next start.
public struct MachineDiskRow: Hashable, Sendable, Codable {
    /// The name that identifies it in its machine, such as `vda`.
    public var target: String
    public var kind: MachineDeviceKind
    public var bus: String?
    /// A path, `POOL/VOLUME` or a URL; nil for an empty drive.
    public var source: String?
    public var format: String?
    /// In bytes: what the guest sees; nil for an empty drive, and where it is not known.
    public var capacity: UInt64?
    public var readOnly: Bool
    public var cache: String?
    public var serial: String?
    /// From 1; nil for what is not booted from.
    public var bootOrder: Int?
    /// Limits of its traffic, as libvirt names them: `total_bytes_sec`.
    public var limits: [String: Int]
    /// Whether the running machine has it.
    public var isNow: Bool
    /// Whether the next start brings it.
    public var isAtNextStart: Bool
}
