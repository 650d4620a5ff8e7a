import ArgumentParser
import Glibc
import RoostCore
import TerminalOutput

struct VolumeDownload: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "download", abstract: "Fetch a volume into a file.",
        discussion: "Holes stay holes. The file appears only when all of it has arrived.")

    @Argument(help: "POOL/NAME, a path, or a name.", completion: .volumes)
    var volume: String

    @Argument(help: "The local file, or - for standard output; the volume's name without it.", completion: .file())
    var file: String?

    @Flag(help: "Replace a file of that name.")
    var force = false

    @OptionGroup var pool: PoolOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let volume = try await hosts.fleet.volume(volume, pool: pool.pool)
        let path = file ?? volume.name
        let fetching = volume.download(to: try target(path))
        let bytes = try await output.quiet ? fetching.value : Report.following(fetching)
        if !output.quiet, path != "-" { Report.notice("Downloaded \(path) (\(ByteCount(bytes).formatted))") }
    }

    private func target(_ path: String) throws -> Volume.Target {
        guard path == "-" else { return .file(path, replace: force) }
        guard !StreamOutput.standardOutput.isTerminal else {
            throw Failure(
                .usage, "Cannot download to the terminal",
                remedy: "Send it into a file or a program: … - | zstd > disk.zst")
        }
        let descriptor = dup(STDOUT_FILENO)
        guard descriptor >= 0 else { throw Failure(.general, "Cannot write to standard output") }
        return .descriptor(descriptor)
    }
}
