/// An address that a network has given out, as a row of a list.
public struct NetworkLease: Hashable, Sendable, Codable {
    public var network: String
    public var host: String
    /// With its prefix: "192.168.122.70/24".
    public var address: String
    public var mac: String?
    /// The machine with that hardware address; nil where none has it.
    public var machine: String?
    /// The name that the guest gave itself.
    public var hostname: String?
    /// When it ends, in seconds since 1970-01-01 UTC; nil for never.
    public var expires: Int64?
    /// Whether the address is kept for that machine.
    public var reserved: Bool
}
