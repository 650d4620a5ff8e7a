/// What goes when a pool is deleted; shown to the person before it does.
public struct PoolDeletion: Hashable, Sendable, Codable {
    public var name: String
    /// Stays on the host, with everything in it that is not listed here.
    public var path: String?
    public var active: Bool
    public var persistent: Bool
    /// The volumes whose content goes.
    public var volumes: [VolumeSummary]
}
