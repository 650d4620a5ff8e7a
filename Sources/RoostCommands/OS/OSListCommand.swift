import ArgumentParser
import RoostCore
import TerminalOutput

struct OSListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the operating systems of the osinfo database.", aliases: ["ls"])

    @Argument(help: "A pattern such as 'debian*', or a part of a name.")
    var pattern: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let rows = try OSRelease.list(matching: pattern)
        if rows.isEmpty, output.format == .table, !output.quiet {
            Report.notice("No operating system matches.")
            return
        }
        try Report.answer(
            rows, output, name: \.id,
            columns: [
                Column("id", minimum: 12, priority: 3), Column("name", priority: 1), Column("version"),
                Column("released", minimum: 10, priority: 2), Column("end of life", minimum: 10, priority: 2),
            ]
        ) { row in
            [
                Cell(row.id), Cell(row.name), Cell(row.version ?? ""), Cell(row.released ?? ""),
                Cell(row.endOfLife ?? ""),
            ]
        }
    }
}
