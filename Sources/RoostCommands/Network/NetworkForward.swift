import ArgumentParser
import RoostCore
import TerminalOutput

struct NetworkForward: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forward", abstract: "Lead ports of the host to a guest for good; list and remove them.",
        discussion: """
            Whoever reaches the host reaches the guest: at once, and whenever it runs, also after a restart of the guest, of \
            libvirt or of the host. The guest's address is kept for it. The forward stands in the machine's definition and goes \
            with the machine.

              roost net forward                       list them
              roost net forward web1 8080:80 8443:443
              roost net forward dns1 10.0.0.5:53:53/udp   of one address of the host alone
              roost net forward web1 --remove 8080    back; all of them without a port

            On the host, libvirt runs a small script of Roost's when guests start and stop (/etc/libvirt/hooks), which sets \
            rules of iptables; root is needed there to put it in place. A machine that was deleted by virsh takes its rules along \
            when it stops. --apply puts all rules in again, as after a firewall was reset, and takes those of machines that are \
            gone.

            For a port on your own computer, for as long as a command runs: roost forward.
            """)

    @Argument(help: "The machine; without any: list.", completion: .machines)
    var machine: String?

    @Argument(
        help: ArgumentHelp(
            "The host's port and the guest's; one number for both.", valueName: "[address:]port:guest-port[/udp]"))
    var ports: [String] = []

    @Flag(help: "Take these ports back, or all of the machine's.")
    var remove = false

    @Flag(help: "Put the rules of all machines in again.")
    var apply = false

    @Option(help: "The network, where the machine is in several.", completion: .networks)
    var network: String?

    @Option(help: "The guest's address, where no DHCP of libvirt's gives it one.")
    var address: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        if apply {
            guard machine == nil, !remove else { throw Failure(.usage, "--apply is for all machines of a host") }
            let host = try await hosts.site().onlyHost()
            let count = try await host.restorePublishedPorts()
            return Report.notice(
                "Forwards of \(count) \(count == 1 ? "machine" : "machines") are in force on \(host.name)")
        }
        guard let machine else {
            guard !remove else { throw Failure(.usage, "--remove takes a machine", remedy: "See: roost net forward") }
            return try await list([])
        }
        if ports.isEmpty, !remove { return try await list([machine]) }
        let wishes = try ports.map { text throws(Failure) in try PortWish(text) }
        let given = try address.map { text throws(Failure) in
            guard let address = IPAddress(text), !address.isIPv6 else {
                throw Failure(
                    .usage, "--address: '\(text)' is not an address of IPv4", remedy: "Such as 192.168.122.50")
            }
            return address
        }
        let found = try await hosts.site().machine(machine)
        if remove {
            let gone = try await found.unpublish(wishes)
            for port in gone {
                Report.notice("Port \(port.place) of \(found.hostName) no longer leads to \(found.label)")
            }
            if gone.isEmpty { Report.notice("No port leads to \(found.label)") }
            return
        }
        tell(try await found.publish(wishes, network: network, address: given), of: found)
    }

    private func tell(_ done: PortPublication, of machine: any SiteMachine) {
        if let kept = done.reservation, kept.outcome == .made {
            Report.notice("Network \(kept.network) keeps \(kept.address) for \(done.machine)")
            if let present = kept.present {
                Report.notice("The guest has \(present) until it asks DHCP again: roost reboot \(machine.reference)")
            }
        }
        for port in done.ports {
            Report.notice("Port \(port.place) of \(machine.hostName) leads to \(done.machine), \(port.target)")
        }
        if done.isHookNew {
            Report.notice(
                "\(done.hook) is new on \(machine.hostName): libvirt's daemon sees it when it starts the next time. Until then "
                    + "the rules stay as they are now, whether the guest runs or not.")
        }
    }

    private func list(_ names: [String]) async throws {
        let rows = try await hosts.site().publishedPortRows(names)
        try Report.answer(
            rows, output, name: \.port.place, none: "No port of the host leads to a machine.",
            columns: [
                Column("port", minimum: 8, priority: 3), Column("machine", priority: 2), Column("to", priority: 1),
                Column("state"),
            ]
        ) { row in
            [Cell(row.port.place), Cell(row.machine), Cell(row.port.target), Cell(row.active ? "running" : "off")]
        }
        try rows.check()
    }
}
