/// A virtual network as a row of a list.
public struct NetworkSummary: Hashable, Sendable, Codable {
    public var name: String
    public var uuid: String
    public var host: String
    public var active: Bool
    public var autostart: Bool
    /// False for a network that is gone when it stops.
    public var persistent: Bool
    /// How machines reach the outside, in libvirt's words: "nat", "route", "bridge", …; "isolated" for not at all.
    public var forward: String
    /// The bridge on the host, where it has one.
    public var bridge: String?
    /// The host's addresses in it, such as "192.168.122.1/24".
    public var addresses: [String]
}
