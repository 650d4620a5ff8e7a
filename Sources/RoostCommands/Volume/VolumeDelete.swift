import ArgumentParser
import RoostCore
import TerminalOutput

struct VolumeDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete volumes that nothing uses.", aliases: ["rm"])

    @Argument(help: "POOL/NAME, paths, or names.", completion: .volumes)
    var volumes: [String]

    @OptionGroup var pool: PoolOption
    @OptionGroup var consent: ConsentOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let removal = try await hosts.site().volumeRemoval(volumes, pool: pool.pool)
        if !removal.items.isEmpty {
            let lines = removal.items.map { item in
                let note = item.unfinishedUploadOf.map { ", an upload of \($0) that was cut off or is going on" } ?? ""
                return "\(item.path) (\(ByteCount(item.allocation).formatted)\(note))"
            }
            try consent.ask(lines.count == 1 ? "Delete this volume?" : "Delete these volumes?", details: lines)
        }
        try Task.checkCancellation()
        let failures = removal.refused + (await removal.carryOut { Report.notice("Deleted \($0.label)") })
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: volumes.count) }
    }
}
