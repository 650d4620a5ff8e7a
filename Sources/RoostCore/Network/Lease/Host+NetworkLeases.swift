import Libvirt
import LibvirtXML

extension Host {
    /// The addresses that running networks have given out, by network and address: two calls a network, and one a machine where
    /// there are leases.
    public func networkLeases(_ texts: [String] = []) async throws(Failure) -> NamedRows<NetworkLease> {
        let (networks, missing) = try await find(texts, of: VirtualNetwork.self)
        let found = try await networks.concurrentMap { network throws(Failure) -> [NetworkLease] in
            try await Self.unlessGone { () throws(Failure) in try await network.leaseRows() } ?? []
        }.flatMap(\.self)
        guard !found.isEmpty else { return NamedRows(rows: [], missing: missing) }
        let owners = try await cardOwners()
        return NamedRows(
            rows: found.map { lease in
                var lease = lease
                lease.machine = lease.mac.flatMap { owners[$0.lowercased()] }
                return lease
            }, missing: missing)
    }

    /// The names of machines by the hardware addresses of their cards, in lower case.
    func cardOwners() async throws(Failure) -> [String: String] {
        let cards = try await fromDefinitions { machine, view in
            view.devices.interfaces.compactMap { card in card.mac.map { ($0.lowercased(), machine.name) } }
        }
        return Dictionary(cards) { first, _ in first }
    }
}

extension VirtualNetwork {
    /// Its leases, without the machines' names.
    fileprivate func leaseRows() async throws(Failure) -> [NetworkLease] {
        let leases = try await dhcpLeases()
        guard !leases.isEmpty else { return [] }
        let view = try await view()
        return leases.sorted { (IPAddress($0.address), $0.address) < (IPAddress($1.address), $1.address) }.map {
            lease in
            NetworkLease(
                network: name, host: host.name,
                address: lease.prefix > 0 ? "\(lease.address)/\(lease.prefix)" : lease.address, mac: lease.mac,
                hostname: lease.hostname, expires: lease.expiry > 0 ? lease.expiry : nil,
                reserved: view.dhcpHosts.contains {
                    $0.address == lease.address && $0.mac?.lowercased() == lease.mac?.lowercased()
                })
        }
    }

    /// Those that its DHCP server has given out; none where it does not run or has no such server.
    func dhcpLeases() async throws(Failure) -> [DHCPLease] {
        let handle = handle
        do {
            return try await handle.dhcpLeases()
        } catch {
            if [.noSupport, .operationInvalid, .operationUnsupported].contains(error.code) { return [] }
            throw Failure("Cannot read the leases of network \(label)", error)
        }
    }
}

/// Addresses in the order of their numbers; what is none comes last, by its text.
private func < (left: (IPAddress?, String), right: (IPAddress?, String)) -> Bool {
    switch (left.0, right.0) {
    case (let left?, let right?): left < right
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): left.1 < right.1
    }
}
