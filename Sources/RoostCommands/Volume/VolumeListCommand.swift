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
    @OptionGroup var host: HostOptions

    func run() async throws {
        let named = pools + pool
        let pools = try await host.connect().pools(named.isEmpty ? [VolumeAddress.defaultPool] : named)
        var rows: [VolumeSummary] = []
        for pool in pools { rows += try await pool.volumes() }
        if rows.isEmpty, output.format == .table, !output.quiet {
            Report.notice("There are no volumes in \(pools.map(\.name).joined(separator: ", ")).")
            return
        }
        try Report.answer(
            rows, output, name: \.address,
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
    }

    private func tellLeftovers(_ rows: [VolumeSummary]) {
        let left = rows.filter { $0.unfinishedUploadOf != nil }
        guard !left.isEmpty else { return }
        Report.warning(
            left.count == 1
                ? "One upload was cut off, or is going on." : "\(left.count) uploads were cut off, or are going on.",
            hint: "Remove what is left of them: roost volume delete "
                + left.map { "'\($0.pool)/\($0.name)'" }.joined(separator: " "))
    }
}
