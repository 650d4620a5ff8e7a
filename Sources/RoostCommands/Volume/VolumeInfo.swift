import ArgumentParser
import RoostCore
import TerminalOutput

struct VolumeInfo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Show a volume and who uses it.", aliases: ["show"])

    @Argument(help: "POOL/NAME, a path, or a name.", completion: .volumes)
    var volume: String

    @Flag(help: "Print libvirt's own description.")
    var xml = false

    @OptionGroup var pool: PoolOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let volume = try await hosts.fleet.volume(volume, pool: pool.pool)
        if xml { return try Report.document(try await volume.xml()) }
        let details = try await volume.details()
        try Report.answer(details, output, names: [details.volume.path]) {
            view(of: details).render(styling: Report.styling)
        }
    }

    private func view(of details: VolumeDetails) -> KeyValueView {
        let row = details.volume
        var view = KeyValueView()
        view.add("Name", row.name)
        view.add("Pool", row.pool)
        view.add("Path", row.path)
        view.add("Format", row.format)
        view.add("Size", .bytes(row.capacity))
        view.add("Used", .bytes(row.allocation))
        if let physical = details.physical { view.add("Length", .bytes(physical)) }
        view.add("Stands on", row.backing.map { "\($0)\(details.backingFormat.map { " (\($0))" } ?? "")" })
        view.add("Encrypted", details.encrypted ? "yes" : nil)
        view.add("Mode", details.mode)
        if let owner = details.owner, let group = details.group { view.add("Owner", "\(owner):\(group)") }
        view.add("Used by", details.users.isEmpty ? ["nothing"] : details.users.map { Cell("\($0)") })
        view.add("Unfinished upload of", row.unfinishedUploadOf)
        return view
    }
}
