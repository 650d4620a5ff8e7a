import ArgumentParser
import RoostClient
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
        let (site, fleet) = (try await host.serverSite(), host.direct)
        let hosted = volume.map { fleet.split($0, .volume) }
        let upload = try VolumeUpload(file: file, address: hosted?.name, pool: pool.pool, replace: replace)
        if let site {
            let place = try await site.place(for: hosted)
            return try tell(try await following(try place.uploadVolume(upload)), place.label, place.reference)
        }
        let connected = if let hosted { try await fleet.host(for: hosted) } else { try await fleet.host() }
        try tell(try await following(connected.uploadVolume(upload)), connected.label, connected.reference)
    }

    private func following(_ sending: RoostCore.Operation<UploadedVolume>) async throws -> UploadedVolume {
        try await output.quiet ? sending.value : Report.following(sending)
    }

    /// - Parameters:
    ///   - label: what to call something of the host.
    ///   - reference: words of a command that mean it.
    private func tell(
        _ done: UploadedVolume, _ label: (String) -> String, _ reference: (String) -> String
    ) throws {
        if output.quiet || output.format != .table {
            try Report.answer(done, output, names: [done.path]) { "" }
        } else {
            Report.notice(
                "Uploaded \(label("\(done.pool)/\(done.name)")) (\(ByteCount(done.size).formatted), "
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
                    + done.leftovers.map(reference).joined(separator: " "))
        }
    }
}
