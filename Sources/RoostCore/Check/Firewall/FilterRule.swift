/// One rule of a firewall's chain, as far as it is understood.
struct FilterRule: Hashable, Sendable {
    enum Verdict: Hashable, Sendable {
        case accept
        /// DROP or REJECT.
        case drop
        case jump(String)
        /// Like a jump, but what that chain does not decide comes back one level higher.
        case go(String)
        case back
        /// It counts, logs or marks.
        case none
    }

    /// A name that has to fit, or must not.
    struct Match: Hashable, Sendable {
        var text: String
        var isNegated = false

        func fits(_ interface: String) -> Bool {
            let wild = text.hasSuffix("+") || text.hasSuffix("*")
            return (wild ? interface.hasPrefix(text.dropLast()) : interface == text) != isNegated
        }

        /// Whether an address is in the block; nil where the block is none of IPv4.
        func holds(_ address: String) -> Bool? {
            guard let block = AddressBlock(text), let number = AddressBlock.number(address) else { return nil }
            return block.contains(number) != isNegated
        }
    }

    var incoming: Match?
    var outgoing: Match?
    var source: Match?
    var destination: Match?
    /// States of connections, in capitals: "RELATED", "ESTABLISHED".
    var states: Set<String>?
    var areStatesNegated = false
    /// Whether it is about what a bridge passes on.
    var isBridged: Bool?
    /// Whether it asks for more than is understood here, such as a port: it may fit or not.
    var isPartial = false
    var verdict = Verdict.none
    /// The rule as its program writes it.
    var text: String

    /// Whether a packet fits; nil where that cannot be told.
    func fits(_ packet: FilterPacket) -> Bool? {
        if let incoming, !incoming.fits(packet.incoming) { return false }
        if let outgoing, !outgoing.fits(packet.outgoing) { return false }
        if let states, states.contains(packet.state) == areStatesNegated { return false }
        if let isBridged, isBridged != packet.isBridged { return false }
        var isKnown = !isPartial
        for (match, address) in [(source, packet.source), (destination, packet.destination)] {
            guard let match else { continue }
            guard let address, let holds = match.holds(address) else {
                isKnown = false
                continue
            }
            if !holds { return false }
        }
        return isKnown ? true : nil
    }
}
