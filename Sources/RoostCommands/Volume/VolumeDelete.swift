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
        var going: [(host: Host, volumes: [Volume])] = []
        var lines: [String] = []
        for (host, volumes) in chosen.byHost {
            let users = try await host.usersForDeletion()
            var free: [Volume] = []
            for volume in volumes {
                do throws(Failure) {
                    let row = try await volume.summary()
                    try await volume.checkDeletion(users)
                    let note =
                        row.unfinishedUploadOf.map { ", an upload of \($0) that was cut off or is going on" } ?? ""
                    let size = ByteCount(row.allocation).formatted
                    free.append(volume)
                    lines.append("\(host.label(row.path)) (\(size)\(note))")
                } catch {
                    failures.append(error)
                }
            }
            if !free.isEmpty { going.append((host, free)) }
        }
        if !lines.isEmpty {
            let question = lines.count == 1 ? "Delete this volume?" : "Delete these volumes?"
            try consent.ask(question, details: lines)
        }
        for (host, volumes) in going { failures += await delete(volumes, on: host) }
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: volumes.count) }
    }

    private func delete(_ volumes: [Volume], on host: Host) async -> [Failure] {
        var failures: [Failure] = []
        do throws(Failure) {
            // Read anew: a person may have taken long to agree.
            let users = try await host.usersForDeletion()
            for volume in volumes {
                do throws(Failure) {
                    try await volume.delete(users)
                    Report.notice("Deleted \(volume.address)")
                } catch {
                    failures.append(error)
                }
            }
        } catch {
            failures.append(error)
        }
        return failures
    }
}
