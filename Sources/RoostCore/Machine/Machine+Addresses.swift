import Libvirt

extension Machine {
    /// How long a guest agent may think about its addresses. One that hangs must not hold up the others.
    private static let agentPatience = Duration.seconds(3)

    /// The addresses of each card, by its MAC address in lower case. Sources that cannot tell are passed over.
    ///
    /// The agent is asked first. A lease counts for the cards of which the agent says nothing, the neighbour table for
    /// those that have no lease either.
    /// - Parameter agentConnected: whether it is worth asking the agent.
    func addresses(ofCards macs: Set<String>, agentConnected: Bool) async -> [String: [MachineAddress]] {
        var known: [String: [MachineAddress]] = [:]
        if agentConnected {
            let domain = domain
            let answer = await promptAnswer(within: Self.agentPatience) { await Self.ask(.agent, of: domain) }
            known = answer.map { Self.byCard($0, source: .agent, cards: macs) } ?? [:]
        }
        for (asked, source) in [(Domain.AddressSource.lease, MachineAddress.Source.lease), (.arp, .arp)] {
            let missing = macs.subtracting(known.keys)
            if missing.isEmpty { break }
            guard let answer = await Self.ask(asked, of: domain) else { continue }
            known.merge(Self.byCard(answer, source: source, cards: missing)) { old, _ in old }
        }
        return known
    }

    private static func ask(
        _ source: Domain.AddressSource, of domain: Domain
    ) async -> [Domain.InterfaceAddresses]? {
        try? await domain.interfaceAddresses(from: source)
    }

    private static func byCard(
        _ interfaces: [Domain.InterfaceAddresses], source: MachineAddress.Source, cards: Set<String>
    ) -> [String: [MachineAddress]] {
        var result: [String: [MachineAddress]] = [:]
        for interface in interfaces {
            guard let mac = interface.hardwareAddress?.lowercased(), cards.contains(mac) else { continue }
            for address in interface.addresses {
                let found = MachineAddress(
                    address: address.address, prefix: address.prefix == 0 ? nil : Int(address.prefix), source: source)
                if result[mac]?.contains(found) != true { result[mac, default: []].append(found) }
            }
        }
        return result
    }
}
