/// A packet on its way through the host.
struct FilterPacket: Hashable, Sendable {
    var incoming: String
    var outgoing: String
    /// IPv4; nil where it may be any.
    var source: String?
    var destination: String?
    /// "NEW" or "ESTABLISHED".
    var state: String
    var isBridged = false
}
