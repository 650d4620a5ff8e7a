import ArgumentParser
import RoostCore

struct MachineSuspend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Freeze machines; their memory stays where it is.")

    @OptionGroup var machines: MachineArguments
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        try await hosts.site().forEachMachine(machines.machines) { machine in
            try await machine.suspend()
            Report.notice("Suspended \(machine.label)")
        }
    }
}
