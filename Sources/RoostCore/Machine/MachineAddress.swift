/// An IP address of a machine's card, and where it was learned.
public struct MachineAddress: Hashable, Sendable, Codable {
    /// Without the length of the network.
    public var address: String
    /// The length of the network's part in bits, where it is known.
    public var prefix: Int?
    public var source: Source

    /// Who says so.
    public struct Source: RawRepresentable, Hashable, Sendable, Codable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The guest agent: what the guest itself has configured.
        public static let agent = Source(rawValue: "agent")
        /// A DHCP lease of one of the host's networks. The guest may have given it up since.
        public static let lease = Source(rawValue: "lease")
        /// The host's neighbour table.
        public static let arp = Source(rawValue: "arp")
    }

    /// Whether other computers can use it: neither loopback nor of one link only.
    public var isReachable: Bool {
        let text = address.lowercased()
        let isLinkLocalV6 = ["fe8", "fe9", "fea", "feb"].contains { text.hasPrefix($0) }
        return !text.hasPrefix("127.") && !text.hasPrefix("169.254.") && text != "::1" && !isLinkLocalV6
    }
}
