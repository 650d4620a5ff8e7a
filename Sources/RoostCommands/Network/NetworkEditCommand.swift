import ArgumentParser
import RoostCore
import TerminalOutput

struct NetworkEditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a network, by options or in your editor.",
        discussion: """
            With options: changes that, at once where libvirt can, and says what waits for the network's next start. Without \
            any: opens the XML in VISUAL, else EDITOR, else vi; it is applied as a whole or not at all.
            """)

    @Argument(help: "The network's name or UUID.", completion: .networks)
    var network: String

    @OptionGroup var kind: NetworkKindOptions

    @Option(help: ArgumentHelp("Its addresses.", valueName: "address/prefix"))
    var subnet: String?

    @Option(help: ArgumentHelp("What DHCP gives out; 'auto' for all.", valueName: "start-end"))
    var dhcp: String?

    @Flag(help: "Give out no addresses.")
    var noDhcp = false

    @Option(help: ArgumentHelp("IPv6: a network, 'auto' for a private one, or 'none'.", valueName: "prefix"))
    var ipv6: String?

    @Option(help: ArgumentHelp("The DNS domain of its machines, or 'none'.", valueName: "name"))
    var domain: String?

    @Option(help: ArgumentHelp("The largest packet, in bytes.", valueName: "bytes"))
    var mtu: String?

    @Option(help: ArgumentHelp("A name that its DNS is to know (repeatable).", valueName: "name=address"))
    var dnsName: [String] = []

    @Option(help: ArgumentHelp("A name that its DNS is to forget (repeatable).", valueName: "name[=address]"))
    var removeDnsName: [String] = []

    @Option(help: ArgumentHelp("A port group to add or change (repeatable).", valueName: "group"))
    var portGroup: [String] = []

    @Option(help: ArgumentHelp("A port group to remove (repeatable).", valueName: "name"))
    var removePortGroup: [String] = []

    @Flag(help: "Take addresses that something on the host uses already.")
    var allowOverlap = false

    @Flag(inversion: .prefixedNo, help: "Start it together with the host.")
    var autostart: Bool?

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let change = try arguments()
        guard try !change.change().isEmpty else {
            if allowOverlap { throw Failure(.usage, "--allow-overlap: belongs to --subnet or --ipv6") }
            return try await edit()
        }
        let network = try await hosts.site().network(network)
        let report = try await network.change(change)
        for notice in report.notices { Report.warning(notice) }
        if output.format != .table || output.quiet {
            return try Report.answer(report, output, names: [network.name]) { "" }
        }
        for line in report.now { Report.notice("\(network.label), now: \(line)") }
        for line in report.atNextStart { Report.notice("\(network.label), at its next start: \(line)") }
        if report.now.isEmpty, report.atNextStart.isEmpty { Report.notice("Nothing changed") }
        if report.isActive, !report.atNextStart.isEmpty { Self.sayHowToRestart(network) }
    }

    private func edit() async throws {
        let rounds = try EditorRounds()
        let network = try await hosts.site().network(network)
        guard case .applied(let applied) = try await rounds.run(try await network.editing()), applied.hadEffect
        else {
            return Report.notice("Nothing changed")
        }
        Report.notice("Changed the definition of network \(network.label)")
        if applied.isActive { Self.sayHowToRestart(network) }
    }

    private static func sayHowToRestart(_ network: any SiteNetwork) {
        let name = network.reference
        Report.notice(
            "The network runs on as it was until it is started anew, for which its machines lose their link until they are "
                + "started anew too: roost net stop \(name); roost net start \(name)")
    }

    private func arguments() throws -> NetworkChangeArguments {
        var arguments = NetworkChangeArguments()
        arguments.kind = try kind.kind()
        arguments.subnet = subnet
        arguments.dhcp = dhcp
        arguments.noDHCP = noDhcp
        arguments.ipv6 = ipv6
        arguments.domain = domain
        arguments.mtu = mtu
        arguments.dnsNames = dnsName
        arguments.removedDNSNames = removeDnsName
        arguments.portGroups = portGroup
        arguments.removedPortGroups = removePortGroup
        arguments.mayOverlap = allowOverlap
        arguments.autostart = autostart
        return arguments
    }
}
