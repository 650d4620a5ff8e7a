import ArgumentParser
import RoostCore

struct PoolStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start storage pools.")

    @Argument(help: "Names, UUIDs or patterns.", completion: .pools)
    var pools: [String]

    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        try await Report.each(try await hosts.site().pools(pools).complete()) { pool in
            try await pool.start()
            Report.notice("Started pool \(pool.label)")
        }
    }
}
