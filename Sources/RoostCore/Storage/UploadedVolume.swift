/// How an upload ended.
public struct UploadedVolume: Hashable, Sendable, Codable {
    public var pool: String
    public var name: String
    public var path: String
    /// Length of the file, in bytes.
    public var size: UInt64
    /// Bytes of it that had to be sent; the rest are holes.
    public var sent: UInt64
    /// False while the host is too busy with the pool to list the volume; it does so by itself later.
    public var isListed: Bool
    /// What earlier uploads of the name have left, with the pool's name in front.
    public var leftovers: [String]
}
