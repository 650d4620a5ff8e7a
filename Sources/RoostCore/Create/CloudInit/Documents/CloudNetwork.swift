/// A network configuration (version 2) that gives the first card an address of its own; others ask by DHCP.
struct CloudNetwork {
    let network: StaticNetwork
    let cards: [String?]

    func document() -> String {
        var config = YAMLText()
        config.add("version", .number(2))
        config.add(
            "ethernets",
            .map(
                cards.enumerated().compactMap { index, mac in
                    mac.map { ("nic\(index)", .map(card($0, isFirst: index == 0))) }
                }))
        return config.document()
    }

    /// The card is found by its address: its name depends on the guest's system and on the machine.
    private func card(_ mac: String, isFirst: Bool) -> [(String, YAMLText.Value)] {
        var card: [(String, YAMLText.Value)] = [("match", .map([("macaddress", .text(mac))]))]
        guard isFirst else { return card + [("dhcp4", .truth(true)), ("optional", .truth(true))] }
        card.append(("addresses", .list([.text(network.address)])))
        if let gateway = network.gateway {
            // "default" is younger than some of the images.
            let all = network.isIPv6 ? "::/0" : "0.0.0.0/0"
            card.append(("routes", .list([.map([("to", .text(all)), ("via", .text(gateway))])])))
        }
        if !network.nameServers.isEmpty {
            card.append(("nameservers", .map([("addresses", .list(network.nameServers.map { .text($0) }))])))
        }
        return card
    }
}
