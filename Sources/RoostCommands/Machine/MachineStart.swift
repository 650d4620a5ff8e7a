import ArgumentParser
import RoostCore

struct MachineStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "start", abstract: "Start machines.")

    @OptionGroup var machines: MachineArguments
    @OptionGroup var hosts: FleetOptions

    @Flag(help: "Throw a saved state away and boot afresh.")
    var fresh = false

    @Flag(help: "Stop before the first instruction; roost resume lets it run.")
    var paused = false

    func run() async throws {
        try await hosts.site().forEachMachine(machines.machines) { machine in
            try await machine.start(fresh: fresh, paused: paused)
            Report.notice("Started \(machine.label)")
        }
    }
}
