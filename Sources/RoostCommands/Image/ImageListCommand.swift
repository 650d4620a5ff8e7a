import ArgumentParser
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct ImageListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List images, or those that can be pulled by name.")

    @Flag(name: [.long, .customLong("available")], help: "Show the catalogue: what 'roost image pull NAME' knows.")
    var catalogue = false

    @OptionGroup var pool: ImagePoolOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        if catalogue { return try tellCatalogue() }
        let name = pool.pool
        let rows = try await hosts.site().imageRows(pool: name)
        try Report.answer(
            rows, output, name: \.reference,
            none: "There are no images yet: roost image list --catalogue shows what can be pulled.",
            columns: [
                Column("name", minimum: 12, priority: 4), Column("version", priority: 3),
                Column("size", alignment: .right, priority: 2), Column("used", alignment: .right, priority: 2),
                Column("format"), Column("os"), Column("arch", priority: 1), Column("added", priority: 1),
            ]
        ) { row in
            [
                Cell(row.name), Cell(row.version ?? ""), .bytes(row.virtualSize), .bytes(row.allocation),
                Cell(row.format), Cell(row.record?.os ?? ""), Cell(row.record?.architecture ?? ""),
                Cell(row.record.map { $0.added.formatted(.iso8601.year().month().day()) } ?? ""),
            ]
        }
        try rows.check()
    }

    private func tellCatalogue() throws {
        try Report.answer(
            try ImageCatalogue.standard().entries, output, name: \.name,
            columns: [
                Column("name", minimum: 12, priority: 4), Column("title", priority: 3),
                Column("architectures", priority: 2), Column("user", priority: 1), Column("os"),
            ]
        ) { entry in
            [
                Cell(entry.name), Cell(entry.title),
                Cell(entry.offers.keys.sorted().reversed().joined(separator: ", ")),
                Cell(entry.user ?? ""), Cell(entry.os ?? ""),
            ]
        }
    }
}
