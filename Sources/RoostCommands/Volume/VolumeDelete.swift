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
        let chosen = try await hosts.fleet.volumes(volumes, pool: pool.pool)
        var failures = chosen.failures
        var going: [(volume: Volume, users: StorageUsers, line: String)] = []
        for (host, volumes) in chosen.byHost {
            let users = try await host.storageUsers()
            for volume in volumes {
                do throws(Failure) {
                    let row = try await volume.summary()
                    try await volume.checkDeletion(users)
                    let note =
                        row.unfinishedUploadOf.map { ", an upload of \($0) that was cut off or is going on" } ?? ""
                    let size = ByteCount(row.allocation).formatted
                    going.append((volume, users, "\(host.label(row.path)) (\(size)\(note))"))
                } catch {
                    failures.append(error)
                }
            }
        }
        if !going.isEmpty {
            let question = going.count == 1 ? "Delete this volume?" : "Delete these volumes?"
            try consent.ask(question, details: going.map(\.line))
        }
        for (volume, users, _) in going {
            do throws(Failure) {
                try await volume.delete(users)
                Report.notice("Deleted \(volume.address)")
            } catch {
                failures.append(error)
            }
        }
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: volumes.count) }
    }
}
