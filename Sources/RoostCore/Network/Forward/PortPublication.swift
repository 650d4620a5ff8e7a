/// What came of leading ports to a guest.
public struct PortPublication: Hashable, Sendable, Codable {
    public var machine: String
    public var ports: [PublishedPort]
    /// The address that was kept for it, where none was before.
    public var reservation: NetworkReservation?
    /// The file on the host that libvirt runs when the guest starts and stops.
    public var hook: String
    /// Whether the file was not there before: libvirt's daemon looks for it when it starts.
    public var isHookNew: Bool
}
