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

    @OptionGroup var host: HostOptions

    func run() async throws {
        let machine = try await host.connect().machine(machine)
        let renamed = try await machine.rename(to: newName)
        Report.notice("Renamed \(machine.name) to \(renamed.name)")
    }
}
