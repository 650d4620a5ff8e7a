import ArgumentParser
import RoostCore

struct CDROMChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Put a medium into a drive, in the place of what may be in it.")

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: "The medium: a path on the host, or POOL/VOLUME.", completion: .volumes)
    var medium: String

    @OptionGroup var drive: DriveOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let machine = try await hosts.fleet.one(machine, of: Machine.self)
        let medium = try Machine.medium(parsing: medium, in: .here(for: machine.host))
        try await drive.change(machine, .change(medium), output)
    }
}
