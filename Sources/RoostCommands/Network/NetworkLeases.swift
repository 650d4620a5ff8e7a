import ArgumentParser
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct NetworkLeases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leases", abstract: "List the addresses that networks have given out, and to which machines.")

    @Argument(help: "Names or patterns; all networks without any.", completion: .networks)
    var networks: [String] = []

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let rows = try await hosts.site().leaseRows(networks)
        let now = Date().timeIntervalSince1970
        try Report.answer(
            rows, output, name: \.address, none: "No network has given out an address.",
            columns: [
                Column("network", priority: 1), Column("address", minimum: 12, priority: 4),
                Column("machine", priority: 3),
                Column("mac", priority: 2), Column("hostname"), Column("reserved"), Column("expires"),
            ]
        ) { row in
            [
                Cell(row.network), Cell(row.address), Cell(row.machine ?? ""), Cell(row.mac ?? ""),
                Cell(row.hostname ?? ""), .yesNo(row.reserved), Cell(Self.rest(row.expires, now)),
            ]
        }
        try rows.check()
    }

    private static func rest(_ expires: Int64?, _ now: Double) -> String {
        guard let expires else { return "never" }
        let minutes = (expires - Int64(now)) / 60
        return minutes < 1 ? "soon" : minutes < 120 ? "in \(minutes) min" : "in \(minutes / 60) h"
    }
}
