/// What makes a computer a host for machines: what is to be done, and what is so already.
public struct HostSetupPlan: Hashable, Sendable, Codable {
    /// What people call the host.
    public let host: String
    /// Its distribution, kernel and architecture.
    public let system: String
    /// In the order in which they are made.
    public let changes: [HostChange]
    /// What needs no change, a line each.
    public let present: [String]

    /// Whether there is nothing to do.
    public var isDone: Bool { changes.isEmpty }
}
