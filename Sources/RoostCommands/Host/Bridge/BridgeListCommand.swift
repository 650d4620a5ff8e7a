import ArgumentParser
import RoostCore
import TerminalOutput

struct BridgeListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the bridges of hosts.", aliases: ["ls"])

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let rows = try await hosts.site().bridgeRows()
        try Report.answer(
            rows, output, name: \.name, none: "There are no bridges.",
            columns: [
                Column("name", minimum: 8, priority: 4), Column("state", priority: 2), Column("ports", priority: 3),
                Column("guests"), Column("addresses", priority: 1), Column("belongs to"),
            ]
        ) { row in
            [
                Cell(row.name), Cell(row.awaitsConfirmation ? "unconfirmed" : row.isUp ? "up" : "down"),
                Cell(row.ports.joined(separator: ", ")), Cell("\(row.guests)"),
                Cell(row.addresses.joined(separator: ", ")),
                Cell(row.network.map { "network \($0)" } ?? (row.madeByRoost ? "the host (by Roost)" : "the host")),
            ]
        }
        try rows.check()
    }
}
