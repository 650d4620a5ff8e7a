/// A port of the host that leads to a guest for as long as the machine exists: a line in the machine's own definition.
public struct PublishedPort: Hashable, Sendable, Codable {
    public enum Transport: String, Hashable, Sendable, Codable, CaseIterable {
        case tcp
        case udp
    }

    public var transport: Transport
    /// The host's address that it is on; nil for all.
    public var bind: IPAddress?
    /// Of the host.
    public var port: UInt16
    /// Of the guest.
    public var guestPort: UInt16
    /// The guest's.
    public var address: IPAddress
    /// The guest's network, whose machines come by the host's address too.
    public var network: IPNetwork

    /// "8080/tcp", or "10.0.0.1:8080/tcp" of one address alone.
    public var place: String { "\(bind.map { "\($0):" } ?? "")\(port)/\(transport.rawValue)" }
    /// "192.168.122.50:80".
    public var target: String { "\(address):\(guestPort)" }

    /// Whether both want the same port of the host.
    func collides(with other: PublishedPort) -> Bool {
        transport == other.transport && port == other.port && (bind == nil || other.bind == nil || bind == other.bind)
    }
}
