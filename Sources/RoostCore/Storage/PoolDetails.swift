/// Everything that is worth knowing of one pool.
public struct PoolDetails: Hashable, Sendable, Codable {
    public var pool: PoolSummary
    /// nil while it does not run.
    public var volumes: Int?
    /// Uploads that were cut off and left a file behind.
    public var unfinishedUploads: [String]
    /// Where a pool that does not live in a local directory comes from: servers, devices, volume groups.
    public var sources: [String]
    /// Octal, such as "0711".
    public var mode: String?
}
