import Libvirt
import LibvirtXML

extension VirtualNetwork {
    /// The network with its leases and the machines in it. Costs one call a machine, as libvirt tells only in their
    /// descriptions which network they use.
    public func details() async throws(Failure) -> NetworkDetails {
        let view = try await view()
        let handle = handle
        let (active, autostart, persistent) = try await doing("Cannot read network \(label)") {
            () throws(LibvirtError) -> (Bool, Bool, Bool) in
            (try await handle.isActive(), try await handle.autostart(), try await handle.isPersistent())
        }
        let connections = try await connections()
        let leases = active ? try await leases(connections) : []
        let settings = NetworkSettings(view)
        // The test driver knows of no definition beside what runs.
        let next = active && persistent && host.uri.driver != "test" ? try await nextSettings() : settings
        return NetworkDetails(
            network: NetworkSummary(self, view, active: active, autostart: autostart, persistent: persistent),
            domain: settings.domain, mtu: settings.mtu, vlans: settings.vlans, portGroups: settings.portGroups,
            dnsNames: settings.dnsNames, ranges: settings.ranges,
            reservations: view.dhcpHosts.compactMap { host in
                host.address.map { NetworkDetails.Reservation(address: $0, mac: host.mac, name: host.name) }
            },
            leases: leases, connections: connections, next: next == settings ? nil : next)
    }

    /// By the definition, which is what it starts with.
    private func nextSettings() async throws(Failure) -> NetworkSettings {
        let handle = handle
        let text = try await doing("Cannot read network \(label)") { () throws(LibvirtError) in
            try await handle.xml(inactive: true)
        }
        do {
            return NetworkSettings(try LibvirtXML.Network(parsing: text))
        } catch {
            throw Failure(.general, "Cannot read network \(label)", why: "\(error)")
        }
    }

    /// The machines that use it, those that run first.
    public func connections() async throws(Failure) -> [NetworkDetails.Connection] {
        let network = name
        let found = try await host.machines().concurrentMap { machine throws(Failure) -> [NetworkDetails.Connection] in
            let domain = machine.domain
            let text = try await Host.present("Cannot read the definition of \(machine.name)") {
                () throws(LibvirtError) in try await domain.xml()
            }
            guard let text, let view = try? LibvirtXML.Domain(parsing: text) else { return [] }
            return view.devices.interfaces.filter { $0.source == .network(network) }.map {
                NetworkDetails.Connection(machine: machine.name, mac: $0.mac, active: machine.id != nil)
            }
        }.flatMap(\.self)
        return found.filter(\.active) + found.filter { !$0.active }
    }

    private func leases(_ connections: [NetworkDetails.Connection]) async throws(Failure) -> [NetworkDetails.Lease] {
        let leases = try await dhcpLeases()
        let machines = Dictionary(
            connections.compactMap { connection in connection.mac.map { ($0.lowercased(), connection.machine) } }
        ) { first, _ in first }
        return leases.map { lease in
            NetworkDetails.Lease(
                address: lease.prefix > 0 ? "\(lease.address)/\(lease.prefix)" : lease.address, mac: lease.mac,
                machine: lease.mac.flatMap { machines[$0.lowercased()] }, hostname: lease.hostname,
                expires: lease.expiry > 0 ? lease.expiry : nil)
        }.sorted { $0.address < $1.address }
    }
}
