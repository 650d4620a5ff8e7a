/// A bridge of a host, and what is on it.
public struct HostBridge: Hashable, Sendable, Codable {
    public var name: String
    public var host: String
    public var isUp: Bool
    public var stp: Bool
    public var mac: String
    /// In bytes.
    public var mtu: Int
    /// Cards of the host, and whatever else is plugged in that is no guest's.
    public var ports: [String]
    /// How many guests' cards are plugged in.
    public var guests: Int
    /// The host's own, with their prefixes.
    public var addresses: [String]
    /// The network of libvirt that it belongs to; nil for the host's own.
    public var network: String?
    /// Whether Roost has made it, and can take it back.
    public var madeByRoost: Bool
    /// Whether it is taken back by itself unless it is confirmed now.
    public var awaitsConfirmation: Bool
    /// Machines with a card on it, running or not.
    public var machines: [NetworkDetails.Connection]
}
