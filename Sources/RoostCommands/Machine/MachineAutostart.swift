import ArgumentParser
import RoostCore

struct MachineAutostart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "autostart", abstract: "Have machines started together with the host, or no longer.")

    @OptionGroup var machines: MachineArguments
    @OptionGroup var hosts: FleetOptions

    @Flag(help: "Do not start them with the host any more.")
    var disable = false

    func run() async throws {
        let enable = !disable
        try await hosts.site().forEachMachine(machines.machines) { machine in
            try await machine.setAutostart(enable)
            Report.notice("\(machine.label) \(enable ? "starts" : "does not start") with the host")
        }
    }
}
