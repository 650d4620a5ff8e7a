import ArgumentParser
import RoostCore
import TerminalOutput

struct VolumeListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the volumes of pools.", aliases: ["ls"])

    @Argument(help: "Names or patterns of pools; 'default' without any.", completion: .pools)
    var pools: [String] = []

    @Option(help: "The same as naming the pool.", completion: .pools)
    var pool: [String] = []

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let named = pools + pool
        let wanted = named.isEmpty ? [VolumeAddress.defaultPool] : named
        let rows = try await hosts.site().volumeRows(pools: wanted)
        try Report.answer(
            rows, output, name: \.address, none: "There are no volumes in \(wanted.joined(separator: ", ")).",
            columns: [
                Column("name", minimum: 16, priority: 3), Column("format", priority: 1),
                Column("size", alignment: .right, priority: 2), Column("used", alignment: .right, priority: 2),
                Column("path"),
            ]
        ) { row in
            [
                Cell(row.address), Cell(row.format ?? ""), .bytes(row.capacity), .bytes(row.allocation),
                Cell(row.path),
            ]
        }
        if output.format == .table, !output.quiet { tellLeftovers(rows) }
        try rows.check()
    }

    private func tellLeftovers(_ rows: FleetAnswers<[VolumeSummary]>) {
        let left = rows.values.flatMap { host, value -> [String] in
            // One that was named by its URI has no name to stand in front.
            let prefix = rows.isSeveral || !host.contains("://") ? "\(host)/" : ""
            return value.filter { $0.unfinishedUploadOf != nil }.map { prefix + $0.address }
        }
        guard !left.isEmpty else { return }
        Report.warning(
            left.count == 1
                ? "One upload was cut off, or is going on." : "\(left.count) uploads were cut off, or are going on.",
            hint: "Remove what is left of them: roost volume delete "
                + left.map(ShellWord.quoted).joined(separator: " "))
    }
}
