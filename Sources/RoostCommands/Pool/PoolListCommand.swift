import ArgumentParser
import RoostCore
import TerminalOutput

struct PoolListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List storage pools with their sizes.", aliases: ["ls"])

    @Argument(help: "Names or patterns; all pools without any.", completion: .pools)
    var pools: [String] = []

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let rows = try await hosts.site().poolRows(pools)
        try Report.answer(
            rows, output, name: \.name,
            none: "There are no pools yet: roost pool create default --path /var/lib/libvirt/images",
            columns: [
                Column("name", minimum: 12, priority: 3), Column("state", priority: 2), Column("type"),
                Column("capacity", alignment: .right), Column("used", alignment: .right),
                Column("free", alignment: .right, priority: 2), Column("autostart"), Column("path", priority: 1),
            ]
        ) { row in
            let sizes: [Cell] =
                row.active ? [.bytes(row.capacity), .bytes(row.allocation), .bytes(row.available)] : ["", "", ""]
            return [Cell(row.name), .activity(row.active), Cell(row.type)] + sizes
                + [.yesNo(row.autostart), Cell(row.path ?? "")]
        }
        try rows.check()
    }
}
