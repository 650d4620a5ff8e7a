import Libvirt
import LibvirtXML

extension Host {
    /// The bridges of the host in the order of their names: one script, one call a network and one a machine.
    public func bridges() async throws(Failure) -> [HostBridge] {
        let facts = try await bridgeFacts(nic: nil, task: "Cannot list the bridges of \(name)")
        let networks = try await networkSurroundings().surroundings.bridges
        let cards = try await machinesOnBridges()
        return facts.links.values.filter(\.isBridge).sorted { $0.name < $1.name }.map { link in
            let ports = facts.ports(of: link.name)
            // The names that libvirt gives to guests' cards.
            let guests = ports.filter { $0.hasPrefix("vnet") || $0.hasPrefix("tap") }
            return HostBridge(
                name: link.name, host: name, isUp: link.isUp, stp: link.hasSTP, mac: link.mac, mtu: link.mtu,
                ports: ports.filter { !guests.contains($0) }, guests: guests.count,
                addresses: facts.addresses.filter { $0.device == link.name }.map(\.text), network: networks[link.name],
                madeByRoost: facts.made[link.name] != nil, awaitsConfirmation: facts.pending.contains(link.name),
                machines: cards[link.name] ?? [])
        }
    }

    /// - Throws: ``Failure`` of kind notFound.
    public func bridge(_ bridge: String) async throws(Failure) -> HostBridge {
        let all = try await bridges()
        guard let found = all.first(where: { $0.name == bridge }) else {
            throw Failure(
                .notFound, "\(name) has no bridge '\(bridge)'",
                remedy: all.isEmpty
                    ? "Make one: roost host bridge create br0 --nic NIC"
                    : "Those that it has: \(all.map(\.name).joined(separator: ", "))")
        }
        return found
    }

    /// Machines by the bridges of the host that their cards are on, without a network of libvirt between.
    private func machinesOnBridges() async throws(Failure) -> [String: [NetworkDetails.Connection]] {
        let found = try await fromDefinitions { machine, view -> [(String, NetworkDetails.Connection)] in
            view.devices.interfaces.compactMap { card in
                guard case .bridge(let bridge) = card.source else { return nil }
                return (bridge, .init(machine: machine.name, mac: card.mac, active: machine.id != nil))
            }
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// What changes and tells of the host's own network.
    func bridgeShell(_ task: String) throws(Failure) -> HostShell {
        // It stands on somebody's computer, and is none.
        guard uri.driver != "test" else {
            throw Failure(.unsupported, task, why: "it is played by libvirt's test driver, and has no network")
        }
        return try HostShell(self)
    }

    /// - Parameter nic: also, as root, who keeps the settings of this one.
    func bridgeFacts(nic: String?, task: String) async throws(Failure) -> BridgeFacts {
        let answer = try await bridgeShell(task).run(
            BridgeFacts.script(nic: nic), asRoot: nic != nil, within: .seconds(30))
        let facts = BridgeFacts(answer: answer.output)
        guard !facts.links.isEmpty else {
            throw Failure(
                .unsupported, task, why: answer.lastError ?? "the host does not tell of its interfaces (/sys/class/net)"
            )
        }
        return facts
    }
}
