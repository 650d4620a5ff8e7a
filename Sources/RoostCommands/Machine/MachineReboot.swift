import ArgumentParser
import RoostCore

struct MachineReboot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reboot", abstract: "Ask guests to reboot.",
        discussion: "It does not wait for the guest: roost wait does. A guest that does not react can be reset.")

    @OptionGroup var machines: MachineArguments
    @OptionGroup var hosts: FleetOptions

    @Option(help: "Through what the guest is asked: auto (its agent where one answers, else ACPI), agent, acpi.")
    var mode: PowerSignal = .automatic

    func run() async throws {
        let mode = mode
        try await hosts.site().forEachMachine(machines.machines) { machine in
            try await machine.reboot(by: mode)
            Report.notice("Asked \(machine.label) to reboot")
        }
    }
}
