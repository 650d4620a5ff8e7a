import ArgumentParser
import RoostCore

struct CDROMListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the CD-ROM and floppy drives of a machine.", aliases: ["ls"])

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let machine = try await hosts.site().machine(machine)
        try DiskListCommand.answer(try await machine.diskRows().filter { $0.kind != .disk }, output)
    }
}
