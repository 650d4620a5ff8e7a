/// What goes when a network is deleted, and whom that touches.
public struct NetworkDeletion: Hashable, Sendable, Codable {
    public var network: String
    public var isActive: Bool
    /// False for a network that is gone when it stops.
    public var isPersistent: Bool
    /// How many addresses were kept for machines.
    public var reservations: Int
    /// The machines that are plugged into it, those that run first.
    public var machines: [NetworkDetails.Connection]

    /// Machines that lose their link.
    public var running: [String] { Set(machines.filter(\.active).map(\.machine)).sorted() }
    /// Machines that will not start without it.
    public var off: [String] { Set(machines.filter { !$0.active }.map(\.machine)).subtracting(running).sorted() }
}
