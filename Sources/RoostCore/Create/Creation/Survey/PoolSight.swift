/// A storage pool that new disks go to.
struct PoolSight: Sendable {
    var facts: PoolFacts
    /// Bytes that are free, where it is known.
    var available: UInt64?
    /// Whether it does not exist yet: the usual pool is made with the first disk that needs it.
    var isMissing = false
}
