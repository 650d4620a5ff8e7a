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

    /// - Parameter label: what the network is called.
    /// - Throws: ``Failure`` of kind state where running machines use it.
    package func checkUnused(_ label: String) throws(Failure) {
        let running = running
        guard !running.isEmpty else { return }
        throw Failure(
            .state, "Cannot delete network \(label)",
            why:
                "\(running.prefix(5).joined(separator: ", "))\(running.count > 5 ? " and \(running.count - 5) more" : "") "
                + (running.count == 1 ? "runs and uses it" : "run and use it"),
            remedy: "Shut them down first, or say --force: they lose their link at once.")
    }
}
