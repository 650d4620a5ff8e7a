import ArgumentParser
import RoostCore
import TerminalOutput

struct VolumeUploadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upload", abstract: "Send a disk image or ISO file into a new volume.",
        discussion: """
            The format is read from the file. Holes stay holes. The volume appears under its name only when all of it has \
            arrived; Ctrl-C removes what was sent.
            """)

    @Argument(help: "The local file.", completion: .file())
    var file: String

    @Argument(help: "POOL/NAME, or a name; the file's own name without it.")
    var volume: String?

    @Flag(help: "Replace a volume of that name.")
    var replace = false

    @OptionGroup var pool: PoolOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var host: HostOptions

    func run() async throws {
        let fleet = host.fleet
        let hosted = volume.map { fleet.split($0, .volume) }
        let upload = try VolumeUpload(file: file, address: hosted?.name, pool: pool.pool, replace: replace)
        let connected = if let hosted { try await fleet.host(for: hosted) } else { try await fleet.host() }
        let sending = connected.uploadVolume(upload)
        let done = try await output.quiet ? sending.value : Report.following(sending)
        if output.quiet || output.format != .table {
            try Report.answer(done, output, names: [done.path]) { "" }
        } else {
            Report.notice(
                "Uploaded \(connected.label("\(done.pool)/\(done.name)")) (\(ByteCount(done.size).formatted), "
                    + "\(ByteCount(done.sent).formatted) of it sent)")
        }
        if !done.isListed {
            Report.warning(
                "Pool \(done.pool) is busy and lists the volume when that has ended.", hint: "Its path is \(done.path)")
        }
        if !done.leftovers.isEmpty {
            Report.warning(
                "An earlier upload of \(done.name) was cut off, or is going on.",
                hint: "Remove what is left of it: roost volume delete "
                    + done.leftovers.map(connected.reference).joined(separator: " "))
        }
    }
}
