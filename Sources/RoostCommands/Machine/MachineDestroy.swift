import ArgumentParser
import RoostCore

struct MachineDestroy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy", abstract: "Pull the plug: what the guests have not written is lost.",
        discussion: "Disks and definition stay. roost shutdown asks the guest first; roost delete removes a machine.")

    @OptionGroup var machines: MachineArguments
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        try await hosts.site().forEachMachine(machines.machines) { machine in
            try await machine.destroy()
            Report.notice("Pulled the plug of \(machine.label)")
        }
    }
}
