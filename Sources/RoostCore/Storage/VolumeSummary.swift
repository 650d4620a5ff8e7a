/// A volume as a row of a list.
public struct VolumeSummary: Hashable, Sendable, Codable {
    public var name: String
    public var pool: String
    public var path: String
    /// libvirt's word: "qcow2", "raw", "iso", …; nil where volumes have no format, as with LVM.
    public var format: String?
    /// The size that a machine sees, in bytes.
    public var capacity: UInt64
    /// What it takes on the host, in bytes.
    public var allocation: UInt64
    /// The image that it stands on.
    public var backing: String?
    /// The name that this upload would have got, had it not been cut off.
    public var unfinishedUploadOf: String?

    /// "POOL/NAME".
    public var address: String { "\(pool)/\(name)" }
}
