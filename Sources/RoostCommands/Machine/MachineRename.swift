import ArgumentParser
import RoostCore

struct MachineRename: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Give a machine that is off another name.",
        discussion: "Its disks keep their file names.")

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: "Its new name.")
    var newName: String

    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let machine = try await hosts.fleet.one(machine, of: Machine.self)
        let renamed = try await machine.rename(to: newName)
        Report.notice("Renamed \(machine.label) to \(renamed.label)")
    }
}
