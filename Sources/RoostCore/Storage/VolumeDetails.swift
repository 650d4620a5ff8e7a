/// Everything that is worth knowing of one volume.
public struct VolumeDetails: Hashable, Sendable, Codable {
    public var volume: VolumeSummary
    /// Length of the file or device, in bytes.
    public var physical: UInt64?
    public var backingFormat: String?
    /// Octal, such as "0600".
    public var mode: String?
    /// Numbers of the user and group that own it.
    public var owner: Int?
    public var group: Int?
    public var encrypted: Bool
    /// Who needs it.
    public var users: [StorageUse]
}
