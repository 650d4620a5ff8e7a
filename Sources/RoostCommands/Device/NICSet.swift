import ArgumentParser
import RoostCore

struct NICSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change a network interface: its network, link, filter, bandwidth, model and the like.",
        discussion: """
            Takes what create --network takes.

              roost nic set web1 52:54:00:12:34:56 link=down
              roost nic set web1 52:54:00:12:34:56 bridge=br0
              roost nic set web1 52:54:00:12:34:56 bandwidth.inbound.average=10000
              roost nic set web1 52:54:00:12:34:56 model=e1000e

            The network, link, filter, VLANs and bandwidth change at once; the rest comes at the next start.
            """)

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: "The interface: its MAC address, or its name on the host.")
    var interface: String

    @Argument(help: ArgumentHelp("What is to become different, as after create --network.", valueName: "changes"))
    var changes: String

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        if OptionHelp.isRequest(changes) { return try Report.answer(NetworkOption.table.help.text + "\n") }
        let machine = try await hosts.site().machine(machine)
        try await machine.changeInterface(interface, to: .here(changes), scope: scope.scope).tell(output)
    }
}
