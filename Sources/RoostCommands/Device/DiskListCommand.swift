import ArgumentParser
import RoostCore
import TerminalOutput

struct DiskListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the disks and drives of a machine.", aliases: ["ls"])

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let machine = try await hosts.site().machine(machine)
        try Self.answer(try await machine.diskRows(), output)
    }

    static func answer(_ rows: [MachineDiskRow], _ output: OutputOptions) throws {
        try Report.answer(
            rows, output, name: \.target,
            columns: [
                Column("disk", minimum: 4, priority: 4), Column("kind", priority: 1), Column("bus", priority: 1),
                Column("size", alignment: .right, priority: 2), Column("there", priority: 3),
                Column("source", priority: 3),
            ]
        ) { row in
            [
                Cell(row.target), Cell(row.kind.words), Cell(row.bus ?? ""),
                row.capacity.map { .bytes($0) } ?? Cell(""), .there(row.isNow, row.isAtNextStart),
                Cell(row.source ?? "(empty)"),
            ]
        }
    }
}

extension Cell {
    /// Whether the running machine has a device, and whether its next start brings it.
    static func there(_ isNow: Bool, _ isAtNextStart: Bool) -> Cell {
        switch (isNow, isAtNextStart) {
        case (true, true): Cell("now and later")
        case (true, false): Cell("now only")
        default: Cell("at next start")
        }
    }
}
