import Libvirt
import LibvirtXML
import XMLTree

extension VirtualNetwork {
    /// Keeps an address for a card.
    func reserve(
        _ address: IPAddress, for card: NetworkCard, of machine: Machine, _ task: String
    ) async throws(Failure) -> NetworkReservation {
        let view = try await view()
        try checkReservable(address, in: view, task)
        let leases = try await dhcpLeases()
        try await checkFree(address, for: card, view, leases, task)
        let before = view.dhcpHost(mac: card.mac)
        let present = leases.first { $0.mac?.lowercased() == card.mac && $0.type == .ipv4 }.flatMap {
            IPAddress($0.address)
        }
        var result = NetworkReservation(
            machine: machine.label, network: name, mac: card.mac, address: address,
            outcome: before == nil ? .made : .changed, present: present == address ? nil : present)
        // The name lets other machines find it by the network's DNS. Two of one name are refused.
        let hostname = GuestHostname.made(from: machine.name)
        let isFree = !view.dhcpHosts.contains { $0.name == hostname && $0.mac?.lowercased() != card.mac }
        let name =
            before?.address == address.description
            ? before?.name : before?.name ?? (GuestHostname.isValid(machine.name) && isFree ? hostname : nil)
        let entry = DHCPHost(mac: card.mac, name: name, address: address.description)
        let changes = try await update(task) { view in
            let old = view.dhcpHost(mac: card.mac)
            guard let index = Self.index(of: address, in: view), old != entry else { return nil }
            return HostEntryChange(index: index, old: old, new: entry)
        }
        if changes.isEmpty { result.outcome = .unchanged }
        return result
    }

    /// Gives an address free.
    func removeReservation(
        of card: NetworkCard, _ task: String, machine: String
    ) async throws(Failure) -> NetworkReservation {
        let changes = try await update(task) { view in
            guard let old = view.dhcpHost(mac: card.mac),
                let index = old.address.flatMap({ IPAddress($0) }).flatMap({ Self.index(of: $0, in: view) })
            else { return nil }
            return HostEntryChange(index: index, old: old, new: nil)
        }
        guard let address = changes.first?.old?.address.flatMap({ IPAddress($0) }) else {
            throw Failure(.notFound, task, why: "network \(label) keeps none for it")
        }
        return NetworkReservation(machine: machine, network: name, mac: card.mac, address: address, outcome: .removed)
    }

    /// The first address that nothing has, from the range on; for who does not care which.
    func freeAddress(in view: LibvirtXML.Network, _ leases: [DHCPLease]) -> IPAddress? {
        let taken = Set(
            view.dhcpHosts.compactMap { $0.address.flatMap { IPAddress($0) } }
                + leases.compactMap { IPAddress($0.address) }
                + view.addresses.compactMap { $0.address.flatMap { IPAddress($0) } })
        for address in view.addresses {
            guard let network = address.network, !network.isIPv6 else { continue }
            for range in address.dhcpRanges {
                guard let first = range.start.flatMap({ IPAddress($0) }),
                    let last = range.end.flatMap({ IPAddress($0) })
                else { continue }
                // From the end: DHCP's own choices begin anywhere, people's at the beginning.
                var bits = last.bits
                while bits >= first.bits {
                    let candidate = IPAddress(bits: bits, isIPv6: false)
                    if !taken.contains(candidate) { return candidate }
                    bits -= 1
                }
            }
        }
        return nil
    }

    private func checkReservable(
        _ address: IPAddress, in view: LibvirtXML.Network, _ task: String
    ) throws(Failure) {
        guard !address.isIPv6 else {
            throw Failure(
                .unsupported, task, why: "libvirt knows machines by their hardware address for IPv4 only",
                remedy: "Give the guest a fixed IPv6 address itself.")
        }
        let served = view.addresses.filter { !$0.dhcpRanges.isEmpty || !$0.dhcpHosts.isEmpty }
        guard !served.isEmpty else {
            throw Failure(
                .state, task, why: "network \(label) has no DHCP",
                remedy: "Turn it on: roost net edit \(host.reference(name)) --dhcp START-END")
        }
        guard let place = served.first(where: { $0.network?.contains(address) == true }), let network = place.network
        else {
            throw Failure(
                .usage, task,
                why: "network \(label) has \(served.compactMap { $0.network?.description }.joined(separator: ", "))")
        }
        guard network.usable.contains(address) else {
            throw Failure(.usage, task, why: "it is the address of \(network) itself, or its broadcast")
        }
        guard place.address != address.description else {
            throw Failure(.usage, task, why: "it is the host's own in network \(label)")
        }
    }

    private func checkFree(
        _ address: IPAddress, for card: NetworkCard, _ view: LibvirtXML.Network, _ leases: [DHCPLease], _ task: String
    ) async throws(Failure) {
        let other = view.dhcpHosts.first { $0.address == address.description && $0.mac?.lowercased() != card.mac }
        let lease = leases.first { $0.address == address.description && $0.mac?.lowercased() != card.mac }
        guard other != nil || lease != nil else { return }
        let mac = other?.mac ?? lease?.mac
        let owner = mac == nil ? nil : try await host.cardOwners()[mac?.lowercased() ?? ""]
        let who = owner.map { "\($0) (\(mac ?? ""))" } ?? mac ?? other?.name ?? "another computer"
        throw Failure(
            .exists, task, why: other != nil ? "it is kept for \(who)" : "\(who) has it now",
            remedy: "See who has which: roost net leases \(host.reference(name))")
    }

    private static func index(of address: IPAddress, in view: LibvirtXML.Network) -> Int? {
        view.addresses.firstIndex { $0.network?.contains(address) == true }
    }

    /// What becomes of one entry; nil for none.
    private struct HostEntryChange {
        /// Of the network's address.
        var index: Int
        var old: DHCPHost?
        var new: DHCPHost?

        var inverse: Self { Self(index: index, old: new, new: old) }
    }

    /// Changes the reservations of the running network and of its definition, each by what it says itself; the former is taken
    /// back when the latter fails.
    /// - Returns: what was changed.
    private func update(
        _ task: String, _ change: (LibvirtXML.Network) -> HostEntryChange?
    ) async throws(Failure) -> [HostEntryChange] {
        let handle = handle
        let (active, persistent) = try await doing(task) { () throws(LibvirtError) -> (Bool, Bool) in
            (try await handle.isActive(), try await handle.isPersistent())
        }
        var done: [HostEntryChange] = []
        var undo = UndoStack()
        for (scope, applies) in [(Libvirt.Network.UpdateScope.live, active), (.config, persistent)] where applies {
            do throws(Failure) {
                let text = try await doing(task) { () throws(LibvirtError) in
                    try await handle.xml(inactive: scope == .config)
                }
                let view: LibvirtXML.Network
                do { view = try LibvirtXML.Network(parsing: text) } catch {
                    throw Failure(.general, task, why: "\(error)")
                }
                guard let entry = change(view) else { continue }
                try await self.apply(entry, scope, task)
                let inverse = entry.inverse
                undo.push("the address in the running network \(name)") { try await self.apply(inverse, scope, task) }
                done.append(entry)
            } catch {
                throw await undo.unwind(after: error)
            }
        }
        return done
    }

    private func apply(
        _ entry: HostEntryChange, _ scope: Libvirt.Network.UpdateScope, _ task: String
    ) async throws(Failure) {
        guard let host = entry.new ?? entry.old else { return }
        let command: Libvirt.Network.UpdateCommand =
            entry.new == nil ? .delete : entry.old == nil ? .addLast : .modify
        let xml: String
        do { xml = try host.element.serialized() } catch { throw Failure(.general, task, why: "\(error)") }
        let handle = handle
        try await doing(task) { () throws(LibvirtError) in
            try await handle.update(
                command, .dhcpHost, parentIndex: UInt16(clamping: entry.index), xml: xml, scope: scope)
        }
    }
}
