import ArgumentParser
import RoostCore

struct MachineReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Press the reset button: what the guests have not written is lost.")

    @OptionGroup var machines: MachineArguments
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        try await hosts.site().forEachMachine(machines.machines) { machine in
            try await machine.reset()
            Report.notice("Reset \(machine.label)")
        }
    }
}
