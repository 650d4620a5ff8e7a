import ArgumentParser
import RoostCore

struct MachineResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let suspended machines go on.")

    @OptionGroup var machines: MachineArguments
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        try await hosts.site().forEachMachine(machines.machines) { machine in
            try await machine.resume()
            Report.notice("Resumed \(machine.label)")
        }
    }
}
