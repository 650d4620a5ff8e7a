import ArgumentParser
import RoostCore

struct MachineTemplate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Make machines that are off templates, or ordinary machines again.",
        discussion: """
            A template is there to be cloned: its disks are read-only, clones stand on them by default, and it does not \
            start. It becomes an ordinary machine again only when nothing stands on its disks any more.
            """)

    @OptionGroup var machines: MachineArguments
    @OptionGroup var hosts: FleetOptions

    @Flag(help: "Make them ordinary machines again.")
    var off = false

    func run() async throws {
        let isOff = off
        try await hosts.fleet.forEachMachine(machines.machines) { machine in
            if isOff {
                try await machine.makeOrdinary()
                Report.notice("\(machine.label) is an ordinary machine again")
            } else {
                try await machine.makeTemplate()
                Report.notice("\(machine.label) is a template: roost clone \(machine.reference) NEW")
            }
        }
    }
}
