/// Whether guests reach anything through a host's firewall, found by sending packets through its rules in thought.
struct ForwardCheck {
    /// Guests of one network or bridge that cannot get through.
    struct Cut: Hashable, Sendable {
        /// "network default (virbr0)".
        var what: String
        var bridge: String
        /// Of the host itself, without libvirt's doing: guests are on the wire like other computers.
        var isPlainBridge: Bool
        /// What drops their packets.
        var by: String
        var isCertain: Bool
    }

    let tables: [FilterTable]
    let uplink: String
    /// Whether what bridges pass on goes through these rules too.
    let filtersBridges: Bool

    /// Whether there are more rules than were read.
    let isCut: Bool

    /// - Returns: nil where the rules could not be read.
    init?(_ look: HostLook) {
        guard !look.lines("fw.read").isEmpty else { return nil }
        isCut = (look.lines("fw") + look.lines("nft")).contains("!cut")
        let iptables = FilterTable(iptables: look.lines("fw"))
        tables =
            (iptables.entries.isEmpty ? [] : [iptables])
            + FilterTable.tables(nft: look.lines("nft"), hasIPTables: !iptables.entries.isEmpty)
        uplink = look.text("uplink") ?? "uplink"
        filtersBridges = look.text("bridge.filtered") == "1"
    }

    /// - Parameters:
    ///   - networks: virtual networks.
    ///   - bridges: the host's own, each with its ports.
    func cuts(_ networks: [LibvirtFacts.Network], bridges: [[String]]) -> [Cut] {
        var cuts: [Cut] = []
        for network in networks where network.isActive && ["nat", "route", "open"].contains(network.forward) {
            guard let bridge = network.bridge else { continue }
            let guest = network.addresses.lazy.compactMap(Self.neighbour).first
            let packets = [
                FilterPacket(
                    incoming: bridge, outgoing: uplink, source: guest, destination: "198.51.100.1", state: "NEW"),
                FilterPacket(
                    incoming: uplink, outgoing: bridge, source: "198.51.100.1", destination: guest,
                    state: "ESTABLISHED"),
            ]
            for (by, isCertain) in drops(packets) {
                cuts.append(
                    Cut(
                        what: "network \(network.name) (\(bridge))", bridge: bridge, isPlainBridge: false, by: by,
                        isCertain: isCertain))
            }
        }
        let known = Set(networks.compactMap(\.bridge))
        for ports in bridges where filtersBridges && ports.count > 1 && !known.contains(ports[0]) {
            let bridge = ports[0]
            // Docker's own are its own matter.
            guard bridge != "docker0", !bridge.hasPrefix("br-") else { continue }
            let packet = FilterPacket(incoming: bridge, outgoing: bridge, state: "NEW", isBridged: true)
            for (by, isCertain) in drops([packet]) {
                cuts.append(
                    Cut(what: "bridge \(bridge)", bridge: bridge, isPlainBridge: true, by: by, isCertain: isCertain))
            }
        }
        return cuts
    }

    /// What each table does that does not let all of them through.
    private func drops(_ packets: [FilterPacket]) -> [(String, Bool)] {
        tables.compactMap { table in
            var doubt: (String, Bool)?
            for packet in packets {
                switch table.outcome(packet) {
                case .passes: break
                case .dropped(let by): return (by, !isCut)
                case .unknown(let by): doubt = doubt ?? (by, false)
                }
            }
            return doubt
        }
    }

    /// An address that a guest may have: another one of the network's block.
    private static func neighbour(_ address: String) -> String? {
        guard let block = AddressBlock(address), block.length <= 30,
            let own = AddressBlock.number(String(address.prefix { $0 != "/" }))
        else { return nil }
        let number = block.first + (own == block.first + 2 ? 3 : 2)
        return (0..<4).map { String(number >> UInt32(24 - 8 * $0) & 255) }.joined(separator: ".")
    }
}
