import Libvirt
import LibvirtXML
import XMLTree

extension Host {
    /// What libvirt tells for a check: some ten calls, and one for each network and each machine, whose displays stand in its
    /// description alone.
    func libvirtFacts() async throws(Failure) -> LibvirtFacts {
        var facts = LibvirtFacts()
        let connection = connection
        let capabilities = try await capabilities()
        facts.version = try await doing("Cannot read the host") { () throws(LibvirtError) in
            try await connection.daemonVersion().description
        }
        let host = capabilities.element.first("host")
        facts.securityModels = (host?.elements(named: "secmodel") ?? []).compactMap { $0.first("model")?.text }
        if let architecture = capabilities.architecture {
            facts.offersKVM = capabilities.guest(architecture)?.domains.contains { $0.type == .kvm }
        }
        // Daemons of before libvirt 1.2.7 have no such call; none is lost for want of it.
        if let text = try? await connection.domainCapabilities(), let view = try? XMLElement(parsing: text) {
            facts.hasIncrementalBackup = view.first("features")?.first("backup").map { $0["supported"] == "yes" }
        }
        facts.networks = try await networkList().map { row in
            LibvirtFacts.Network(
                name: row.name, isActive: row.active, isAutostarted: row.autostart, forward: row.forward,
                bridge: row.bridge, addresses: row.addresses)
        }
        facts.pools = try await poolList().map { row in
            LibvirtFacts.Pool(
                name: row.name, type: row.type, isActive: row.active, isAutostarted: row.autostart, path: row.path,
                capacity: row.capacity, available: row.available)
        }
        facts.openDisplays = try await openDisplays()
        return facts
    }

    private func openDisplays() async throws(Failure) -> [LibvirtFacts.OpenDisplay] {
        try await fromDefinitions(.secure) { machine, view in
            view.devices.element.elements(named: "graphics").compactMap { graphics in
                guard let kind = graphics["type"], ["vnc", "spice"].contains(kind), graphics["passwd"] == nil,
                    let address = graphics.first("listen")?["address"] ?? graphics["listen"],
                    !Self.isLoopback(address)
                else { return nil }
                return LibvirtFacts.OpenDisplay(
                    machine: machine.name, kind: kind, address: address, reference: machine.reference)
            }
        }
    }

    private static func isLoopback(_ address: String) -> Bool {
        address == "::1" || address == "localhost" || address.hasPrefix("127.")
    }
}
