import ArgumentParser
import RoostCore
import TerminalOutput

struct NetworkReserve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reserve", abstract: "Keep an address of a network's DHCP for a machine.",
        discussion: """
            By the hardware address of the machine's card, at once and lastingly. The machine's name is known to the network's \
            DNS then. A guest that runs takes the address when it asks DHCP again.

              roost net reserve web1 192.168.122.50
              roost net reserve web1 --remove
            """)

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: "The address.")
    var address: String?

    @Option(help: "The network, where the machine is in several.", completion: .networks)
    var network: String?

    @Option(
        help: ArgumentHelp("The hardware address of the card, where several are in that network.", valueName: "address")
    )
    var mac: String?

    @Flag(help: "Give the address free.")
    var remove = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        guard remove != (address != nil) else {
            throw Failure(
                .usage, remove ? "--remove takes no address" : "No address is given",
                remedy: "roost net reserve MACHINE ADDRESS, or roost net reserve MACHINE --remove")
        }
        let wanted = try address.map { text throws(Failure) in
            guard let address = IPAddress(text) else {
                throw Failure(.usage, "'\(text)' is not an address", remedy: "Write it as 192.168.122.50")
            }
            return address
        }
        let machine = try await hosts.site().machine(machine)
        let result: NetworkReservation
        if let wanted {
            result = try await machine.reserve(wanted, network: network, mac: mac)
        } else {
            result = try await machine.removeReservation(network: network, mac: mac)
        }
        if output.format != .table || output.quiet {
            return try Report.answer(result, output, names: [result.address.description]) { "" }
        }
        switch result.outcome {
        case .made, .changed:
            Report.notice("Network \(result.network) keeps \(result.address) for \(result.machine) (\(result.mac))")
        case .unchanged:
            Report.notice("Network \(result.network) keeps \(result.address) for \(result.machine) already")
        case .removed:
            Report.notice("Network \(result.network) no longer keeps \(result.address) for \(result.machine)")
        }
        if let present = result.present {
            Report.notice(
                "The guest has \(present) now, and takes the other when it asks DHCP again, at the latest when it is "
                    + "started anew: roost reboot \(machine.reference)")
        }
    }
}
