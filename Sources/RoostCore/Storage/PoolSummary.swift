/// A storage pool as a row of a list.
public struct PoolSummary: Hashable, Sendable, Codable {
    public var name: String
    public var uuid: String
    public var host: String
    /// libvirt's word: "dir", "logical", "netfs", …
    public var type: String
    /// Whether it runs: only then can its volumes be used.
    public var active: Bool
    public var autostart: Bool
    /// False for a pool that is gone when it stops.
    public var persistent: Bool
    /// Where its volumes are on the host; nil where they have no place of their own, as with Ceph.
    public var path: String?
    /// In bytes, as of the pool's last refresh; 0 while it does not run.
    public var capacity: UInt64
    /// In bytes.
    public var allocation: UInt64
    /// In bytes, for ordinary users: without what a file system keeps for root.
    public var available: UInt64
}
