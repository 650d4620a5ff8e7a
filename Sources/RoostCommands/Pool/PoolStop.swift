import ArgumentParser
import RoostCore

struct PoolStop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop storage pools; their volumes stay.")

    @Argument(help: "Names, UUIDs or patterns.", completion: .pools)
    var pools: [String]

    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        try await Report.each(try await hosts.site().pools(pools).complete()) { pool in
            try await pool.stop()
            Report.notice("Stopped pool \(pool.label)")
        }
    }
}
