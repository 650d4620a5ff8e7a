import ArgumentParser
import RoostCore
import TerminalOutput

struct PoolDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Stop and forget a storage pool; its files stay.", aliases: ["rm"])

    @Argument(help: "The pool's name or UUID.", completion: .pools)
    var pool: String

    @Flag(help: "Delete its volumes too. Refused while a machine uses one.")
    var deleteFiles = false

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let pool = try await hosts.fleet.one(pool, of: Pool.self)
        let deletion = try await pool.deletion(files: deleteFiles)
        try consent.ask("Delete pool \(pool.label)?", details: lines(of: deletion))
        try await pool.delete(deletion)
        Report.notice("Deleted pool \(pool.label)")
    }

    private func lines(of deletion: PoolDeletion) -> [String] {
        let place = deletion.path.map { " (\($0))" } ?? ""
        var lines = ["the definition of pool \(deletion.name)\(place)"]
        lines += deletion.volumes.map { "\($0.path) (\(ByteCount($0.allocation).formatted))" }
        lines.append(deleteFiles ? "Kept: everything in the directory that is not listed." : "Kept: every file in it.")
        return lines
    }
}
