import ArgumentParser
import RoostCore
import TerminalOutput

struct NetworkShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a network: addresses, DHCP, leases, and the machines in it.")

    @Argument(help: "The network's name or UUID.", completion: .networks)
    var network: String

    @Flag(help: "Print libvirt's own description.")
    var xml = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let network = try await hosts.site().network(network)
        if xml { return try Report.document(try await network.xml()) }
        let details = try await network.details()
        try Report.answer(details, output, names: [network.name]) { view(of: details).render(styling: Report.styling) }
    }

    private func view(of details: NetworkDetails) -> KeyValueView {
        let row = details.network
        var view = KeyValueView()
        view.add("Name", row.name)
        view.add("UUID", row.uuid)
        view.add("State", .activity(row.active))
        view.add("Autostart", .yesNo(row.autostart))
        view.add("Persistent", .yesNo(row.persistent))
        view.add("Forward", row.forward)
        view.add("Bridge", row.bridge)
        view.add("Addresses", row.addresses.map { Cell($0) })
        view.add("Domain", details.domain)
        view.add("MTU", details.mtu.map { "\($0)" })
        view.add("VLAN", details.vlans.isEmpty ? nil : details.vlans.map(String.init).joined(separator: ", "))
        view.add("Port groups", details.portGroups.map { Cell(Self.words(of: $0)) })
        view.add(
            "DNS names", details.dnsNames.map { Cell("\($0.address)  \($0.names.joined(separator: ", "))") })
        view.add("DHCP ranges", details.ranges.map { Cell("\($0.first) – \($0.last)") })
        view.add(
            "Reservations",
            details.reservations.map { Cell([$0.address, $0.mac, $0.name].compactMap(\.self).joined(separator: "  ")) })
        view.add(
            "Leases",
            details.leases.map {
                Cell([$0.address, $0.mac, $0.machine ?? $0.hostname].compactMap(\.self).joined(separator: "  "))
            })
        view.add("Machines", details.connections.map { Cell("\($0.machine)\($0.active ? "" : " (off)")") })
        return view
    }

    private static func words(of group: NetworkPortGroup) -> String {
        let vlans = group.vlans.isEmpty ? nil : "VLAN \(group.vlans.map(String.init).joined(separator: ", "))"
        return [group.name, vlans, group.isDefault ? "default" : nil].compactMap(\.self).joined(separator: "  ")
    }
}
