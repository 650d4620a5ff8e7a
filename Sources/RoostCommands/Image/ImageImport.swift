import ArgumentParser
import RoostCore
import TerminalOutput

struct ImageImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make an image of a local file.",
        discussion: """
            The format is read from the file: qcow2 or raw. Holes stay holes. The image appears under its name only when all \
            of it has arrived; Ctrl-C removes what was sent.
            """)

    @Argument(help: "The local file.", completion: .file())
    var file: String

    @Option(help: "What the image is called; the file's name without its endings where it is left out.")
    var name: String?

    @Option(help: ArgumentHelp("The operating system in it, a short id of 'roost os list'.", valueName: "os"))
    var osVariant: String?

    @Option(help: "The architecture that it is for, such as x86_64 or aarch64.")
    var arch: String?

    @Option(help: "Who logs in by default.")
    var user: String?

    @OptionGroup var gate: ImageGateOptions
    @OptionGroup var pool: ImagePoolOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var host: HostOptions

    func run() async throws {
        let fleet = try host.fleet
        let hosted = fleet.split(try name ?? ImageRecord.name(of: file), .item)
        let connected = try await fleet.host(for: hosted)
        let record = try ImageRecord(
            named: hosted.name, origin: .imported, os: osVariant, architecture: arch, user: user)
        let importing = connected.importImage(
            file: file, name: hosted.name, record: record, pool: pool.pool, allowing: gate.allowances)
        let arrival = try await output.quiet ? importing.value : Report.following(importing)
        try Report.arrival(arrival, connected.label, verb: "Imported", output)
    }
}
