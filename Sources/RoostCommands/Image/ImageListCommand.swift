import ArgumentParser
import RoostCore
import TerminalOutput

struct ImageListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List images.", aliases: ["ls"])

    @OptionGroup var pool: ImagePoolOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let name = pool.pool
        let rows = try await hosts.fleet.ask { host throws(Failure) in try await host.images(pool: name) }
        try Report.answer(
            rows, output, name: \.reference, none: "There are no images yet.",
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
}
