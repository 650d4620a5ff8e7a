import ArgumentParser
import RoostCore

struct CDROMEject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eject", abstract: "Take the medium out of a drive.")

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @OptionGroup var drive: DriveOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let machine = try await hosts.site().machine(machine)
        try await drive.change(machine, .eject, output)
    }
}
