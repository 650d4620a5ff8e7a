import ArgumentParser
import RoostCore
import TerminalOutput

struct NetworkListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List networks, running or not.", aliases: ["ls"])

    @Argument(help: "Names or patterns; all networks without any.", completion: .networks)
    var networks: [String] = []

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let rows = try await hosts.site().networkRows(networks)
        try Report.answer(
            rows, output, name: \.name, none: "There are no networks.",
            columns: [
                Column("name", minimum: 12, priority: 3), Column("state", priority: 2), Column("forward"),
                Column("bridge"), Column("addresses", priority: 1), Column("autostart"),
            ]
        ) { row in
            [
                Cell(row.name), .activity(row.active), Cell(row.forward), Cell(row.bridge ?? ""),
                Cell(row.addresses.joined(separator: ", ")), .yesNo(row.autostart),
            ]
        }
        try rows.check()
    }
}
