/// A disk or drive of a machine.
public struct MachineDisk: Hashable, Sendable, Codable {
    /// The name that identifies it in its machine, such as `vda`.
    public var target: String
    /// Such as `virtio`.
    public var bus: String?
    /// `disk`, `cdrom`, `floppy` or `lun`.
    public var device: String
    /// A path, `POOL/VOLUME` or a URL; nil for an empty drive.
    public var source: String?
    public var format: String?
    public var readOnly: Bool
    /// The images below, nearest first; nil where it is not known.
    public var backing: [String]?
    /// In bytes: what the guest sees.
    public var capacity: UInt64?
    /// In bytes: what the host has stored of it.
    public var allocation: UInt64?
    /// In bytes: the size of the file or device that holds it; nil for a file in use, whose length the host does not tell.
    public var physical: UInt64?
}
