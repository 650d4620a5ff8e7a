/// Everything that is worth knowing of one network.
public struct NetworkDetails: Hashable, Sendable, Codable {
    /// Addresses that are given to whoever asks.
    public struct Range: Hashable, Sendable, Codable {
        public var first: String
        public var last: String
    }

    /// An address that one machine always gets.
    public struct Reservation: Hashable, Sendable, Codable {
        public var address: String
        public var mac: String?
        public var name: String?
    }

    /// An address that is given out now.
    public struct Lease: Hashable, Sendable, Codable {
        public var address: String
        public var mac: String?
        /// The machine with that hardware address; nil where no running machine has it.
        public var machine: String?
        /// The name that the guest gave itself.
        public var hostname: String?
        /// When it ends, in seconds since 1970-01-01 UTC; nil for never.
        public var expires: Int64?
    }

    /// A machine that is plugged into it, or will be at its next start.
    public struct Connection: Hashable, Sendable, Codable {
        public var machine: String
        public var mac: String?
        /// Whether the machine runs.
        public var active: Bool
    }

    public var network: NetworkSummary
    public var domain: String?
    /// In bytes; nil for the default.
    public var mtu: UInt?
    /// Of all that is in it.
    public var vlans: [UInt]
    public var portGroups: [NetworkPortGroup]
    /// What its DNS server knows by name besides the machines.
    public var dnsNames: [NetworkDNSName]
    public var ranges: [Range]
    public var reservations: [Reservation]
    public var leases: [Lease]
    public var connections: [Connection]
    /// What it will be set to when it starts the next time, where that is something else than now.
    public var next: NetworkSettings?
}
