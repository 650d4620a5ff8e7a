import ArgumentParser
import RoostCore
import TerminalOutput

struct NICListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the network interfaces of a machine.", aliases: ["ls"])

    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let machine = try await hosts.site().machine(machine)
        try Report.answer(
            try await machine.interfaceRows(), output, name: \.mac,
            columns: [
                Column("mac", minimum: 17, priority: 4), Column("connected to", priority: 3),
                Column("model", priority: 1),
                Column("link", priority: 2), Column("device", priority: 1), Column("there", priority: 2),
                Column("addresses", priority: 2),
            ]
        ) { row in
            [
                Cell(row.mac), Cell([row.type, row.source].compactMap(\.self).joined(separator: " ")),
                Cell(row.model ?? ""), Cell(row.isLinkUp ? "up" : "down"), Cell(row.device ?? ""),
                .there(row.isNow, row.isAtNextStart), Cell(row.addresses.map(\.address).joined(separator: ", ")),
            ]
        }
    }
}
