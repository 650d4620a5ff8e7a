import Libvirt
import LibvirtXML

extension Machine {
    /// Leads ports of the host to this machine's guest, at once and whenever it runs. Its address is kept for it, where DHCP
    /// could give it another. When a step fails, what the earlier ones did is taken back.
    /// - Parameters:
    ///   - network: which of the machine's, where it is in several.
    ///   - address: of the guest, where it has one that DHCP did not give it.
    /// - Throws: ``Failure``: of kind exists for a port that is taken, of kind unsupported where the host cannot do it, of kind
    ///   permission where nobody can be root on it.
    public func publish(
        _ wishes: [PortWish], network: String? = nil, address: IPAddress? = nil
    ) async throws(Failure) -> PortPublication {
        let rules = try await ForwardRules(host, for: publishing(wishes))
        return try await publish(wishes, network: network, address: address, by: rules)
    }

    private func publishing(_ wishes: [PortWish]) -> String {
        "Cannot lead \(wishes.map(\.description).joined(separator: ", ")) to \(label)"
    }

    func publish(
        _ wishes: [PortWish], network: String? = nil, address: IPAddress? = nil, by rules: ForwardRules
    ) async throws(Failure) -> PortPublication {
        let task = publishing(wishes)
        let card = try await networkCard(network: network, mac: nil, for: task)
        let place = try await forwardPlace(card, address, task)
        let before = try await metadata().ports
        let new = wishes.map {
            PublishedPort(
                transport: $0.transport, bind: $0.bind, port: $0.port, guestPort: $0.guestPort, address: place.address,
                network: place.subnet)
        }
        let rows = try await host.publishedPorts().rows
        try await check(new, before, rows, rules, task)
        let ports = before.filter { old in !new.contains { $0.collides(with: old) } } + new
        var undo = UndoStack()
        do throws(Failure) {
            let isNew = try await rules.install(for: task)
            var reserved: NetworkReservation?
            if place.needsReservation {
                let made = try await reserve(place.address, network: card.network, mac: card.mac)
                if made.outcome == .made {
                    undo.push("the address \(place.address) of network \(card.network)") {
                        _ = try await removeReservation(network: card.network, mac: card.mac)
                    }
                }
                reserved = made
            }
            let old = try await metadata()
            try await changeMetadata {
                $0.ports = ports
                if reserved?.outcome == .made { $0.keepsAddressForPorts = true }
            }
            undo.push("the forwards in the definition of \(label)") {
                try await changeMetadata {
                    $0.ports = old.ports
                    $0.keepsAddressForPorts = old.keepsAddressForPorts
                }
            }
            try Task.checkInterruption(task)
            try await enforce(ports, rules, rows, task)
            return PortPublication(
                machine: label, ports: new, reservation: reserved, hook: rules.path, isHookNew: isNew)
        } catch {
            let failure = await undo.unwind(after: error)
            throw await restoringRules(before, rules, rows, task, after: failure)
        }
    }

    /// Takes ports back that lead to this machine; all of them without any.
    /// - Returns: those that are gone.
    /// - Throws: ``Failure`` of kind notFound for one that does not lead here.
    public func unpublish(_ wishes: [PortWish]) async throws(Failure) -> [PublishedPort] {
        try await unpublish(wishes) { (task) throws(Failure) in try await ForwardRules(host, for: task) }
    }

    /// - Parameter making: of rules, asked where there is something to do.
    func unpublish(
        _ wishes: [PortWish], by making: (_ task: String) async throws(Failure) -> ForwardRules
    ) async throws(Failure) -> [PublishedPort] {
        let task = "Cannot take ports of \(label) back"
        let known = try await metadata()
        var left = known.ports
        for wish in wishes {
            let count = left.count
            left.removeAll { $0.transport == wish.transport && $0.port == wish.port && $0.bind == wish.bind }
            guard left.count < count else {
                throw Failure(
                    .notFound, task, why: "no port \(wish.port)/\(wish.transport.rawValue) of \(host.name) leads to it",
                    remedy: known.ports.isEmpty
                        ? "There are none." : "Those that do: \(known.ports.map(\.place).joined(separator: ", "))")
            }
        }
        if wishes.isEmpty { left = [] }
        guard left != known.ports || wishes.isEmpty else { return [] }
        let rules = try await making(task)
        let rows = try await host.publishedPorts().rows
        let remaining = left
        try await changeMetadata { $0.ports = remaining }
        do throws(Failure) {
            try await enforce(remaining, rules, rows, task)
        } catch {
            // What is still open has to stand in the list.
            var undo = UndoStack()
            undo.push("the forwards in the definition of \(label)") {
                try await changeMetadata { $0.ports = known.ports }
            }
            throw await restoringRules(known.ports, rules, rows, task, after: await undo.unwind(after: error))
        }
        if left.isEmpty, known.keepsAddressForPorts { try await freeForwardAddress() }
        return known.ports.filter { !left.contains($0) }
    }

    /// Brings the host's rules in line with the definition, which has these ports.
    private func enforce(
        _ ports: [PublishedPort], _ rules: ForwardRules, _ rows: [PublishedPortRow], _ task: String
    ) async throws(Failure) {
        let others = Set(rows.map(\.uuid)).subtracting([uuid])
        guard !ports.isEmpty else { return try await rules.drop(uuid, known: others.sorted(), for: task) }
        try await rules.apply(
            try await forwardDefinition(task), of: uuid, ports: ports.count, known: others.union([uuid]).sorted(),
            for: task)
    }

    /// Rules that a failed change has made or taken, as they were; without root there are none.
    /// - Returns: the failure to tell.
    private func restoringRules(
        _ ports: [PublishedPort], _ rules: ForwardRules, _ rows: [PublishedPortRow], _ task: String,
        after failure: Failure
    ) async -> Failure {
        // A cancelled task makes no calls.
        let outcome = await Task {
            await attempt { () throws(Failure) in try await enforce(ports, rules, rows, task) }
        }.value
        guard case .failure(let left) = outcome, left.kind != .permission else { return failure }
        return Failure(
            failure.kind, failure.what, why: "\(failure.why ?? ""); rules may be wrong: \(left)",
            remedy: failure.remedy ?? "roost net forward --apply")
    }

    /// The address that was kept for the ports alone.
    private func freeForwardAddress() async throws(Failure) {
        do {
            _ = try await removeReservation()
        } catch {
            // Somebody else has removed it, or the card, before.
            guard error.kind == .notFound || error.kind == .usage else { throw error }
        }
        try await changeMetadata { $0.keepsAddressForPorts = false }
    }

    /// The definition as libvirt gives it to hooks.
    func forwardDefinition(_ task: String) async throws(Failure) -> String {
        let domain = domain
        return try await doing(task) { () throws(LibvirtError) in try await domain.xml() }
    }

    private struct ForwardPlace {
        var address: IPAddress
        var subnet: IPNetwork
        var needsReservation: Bool
    }

    /// Where the guest is, and will be.
    private func forwardPlace(
        _ card: NetworkCard, _ given: IPAddress?, _ task: String
    ) async throws(Failure) -> ForwardPlace {
        let network = try await host.network(exactly: card.network)
        let view = try await network.view()
        let name = host.reference(network.name)
        switch view.forward?.mode {
        case .nat?, .route?, .open?: break
        case nil where view.forward != nil: break
        case nil:
            throw Failure(
                .unsupported, task, why: "network \(network.label) is isolated: answers would not find their way out",
                remedy: "Make it one that leads out: roost net edit \(name) --nat")
        default:
            throw Failure(
                .unsupported, task,
                why: "network \(network.label) is a bridge of the host's: its guests have addresses of their own",
                remedy: "Connect to the guest's own address: roost show \(reference)")
        }
        let served = view.addresses.filter { $0.family != .ipv6 && $0.network != nil }
        if let given {
            guard let subnet = served.compactMap(\.network).first(where: { $0.usable.contains(given) }) else {
                throw Failure(.usage, task, why: "network \(network.label) has no address \(given)")
            }
            return ForwardPlace(address: given, subnet: subnet, needsReservation: false)
        }
        let leases = try await network.dhcpLeases()
        let kept = view.dhcpHost(mac: card.mac)?.address.flatMap { IPAddress($0) }
        let leased = leases.first { $0.mac?.lowercased() == card.mac && $0.type == .ipv4 }.flatMap {
            IPAddress($0.address)
        }
        guard let address = kept ?? leased ?? network.freeAddress(in: view, leases),
            let subnet = served.compactMap(\.network).first(where: { $0.contains(address) })
        else {
            throw Failure(
                .state, task,
                why: "network \(network.label) gives out no addresses, so it is not known what the guest's is",
                remedy: "Say it: --address ADDRESS")
        }
        return ForwardPlace(address: address, subnet: subnet, needsReservation: kept == nil)
    }

    private func check(
        _ new: [PublishedPort], _ own: [PublishedPort], _ rows: [PublishedPortRow], _ rules: ForwardRules,
        _ task: String
    ) async throws(Failure) {
        for (index, port) in new.enumerated() where new[..<index].contains(where: port.collides) {
            throw Failure(.usage, task, why: "\(port.place) is named twice")
        }
        for port in new {
            if let other = rows.first(where: { $0.uuid != uuid && $0.port.collides(with: port) }) {
                throw Failure(
                    .exists, task, why: "\(other.port.place) of the host leads to \(host.label(other.machine)) already",
                    remedy:
                        "Take another port, or that one back: roost net forward \(host.reference(other.machine)) --remove "
                        + "\(other.port.port)\(other.port.transport == .udp ? "/udp" : "")")
            }
        }
        let look = try await rules.look()
        guard look.firewall != nil else {
            throw Failure(
                .unsupported, task, why: "\(host.name) has neither iptables nor nft, by which ports are led on",
                remedy: "Install one there: apt-get install nftables, or dnf install nftables")
        }
        guard !look.isTaken else {
            throw Failure(
                .exists, task,
                why: "\(rules.path) on \(host.name) is somebody else's hook, and this libvirt knows one only",
                remedy: "Move it, or bring libvirt to 6.5, which reads several.")
        }
        for port in new {
            if look.isHeld(port) {
                throw Failure(
                    .exists, task,
                    why: "a program on \(host.name) listens on port \(port.port)/\(port.transport.rawValue), and "
                        + "nobody would reach it any more",
                    remedy: "Take another port. See who it is: \(rules.shell.prefix)ss -lnp sport = :\(port.port)")
            }
            if let bind = port.bind, !look.addresses.contains(bind) {
                throw Failure(
                    .usage, task, why: "\(host.name) has no address \(bind)",
                    remedy:
                        "It has: \(look.addresses.filter { !$0.isSpecial }.sorted().map(\.description).joined(separator: ", "))"
                )
            }
        }
    }
}

extension Task where Success == Never, Failure == Never {
    /// - Throws: ``RoostCore/Failure`` of kind interrupted when the person has stopped it.
    fileprivate static func checkInterruption(_ task: String) throws(RoostCore.Failure) {
        if isCancelled { throw RoostCore.Failure(.interrupted, "Stopped", why: "\(task): nothing was changed") }
    }
}
