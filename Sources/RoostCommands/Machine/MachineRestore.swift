import ArgumentParser
import RoostCore

struct MachineRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Let saved machines go on.",
        usage: "roost restore <machine> ...\n       roost restore --file <path>")

    @Argument(help: "Names, UUIDs, or patterns such as 'web*'.", completion: .machines)
    var machines: [String] = []

    @Option(
        help: ArgumentHelp("A file on the host that roost save --file has written.", valueName: "path"),
        completion: .file())
    var file: String?

    @OptionGroup var hosts: FleetOptions

    func validate() throws {
        if machines.isEmpty == (file == nil) {
            throw ValidationError("Name machines, or a file with --file.")
        }
    }

    func run() async throws {
        if let file {
            let name = try await hosts.fleet.host().restore(fromFile: file)
            Report.notice("Restored \(name) from \(file)")
            return
        }
        try await hosts.site().forEachMachine(machines) { machine in
            try await machine.restore()
            Report.notice("Restored \(machine.label)")
        }
    }
}
