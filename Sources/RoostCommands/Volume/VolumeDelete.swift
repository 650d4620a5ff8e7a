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
    @OptionGroup var host: HostOptions

    func run() async throws {
        let addresses = try volumes.map { try pool.address($0) }
        let host = try await host.connect()
        var failures: [Failure] = []
        var going: [(volume: Volume, line: String)] = []
        let users = try await host.storageUsers()
        for address in addresses {
            do throws(Failure) {
                let volume = try await host.volume(address)
                let row = try await volume.summary()
                try await volume.checkDeletion(users)
                let note = row.unfinishedUploadOf.map { ", an upload of \($0) that was cut off or is going on" } ?? ""
                going.append((volume, "\(row.path) (\(ByteCount(row.allocation).formatted)\(note))"))
            } catch {
                failures.append(error)
            }
        }
        if !going.isEmpty {
            let question = going.count == 1 ? "Delete this volume?" : "Delete these volumes?"
            try consent.ask(question, details: going.map(\.line))
        }
        for (volume, _) in going {
            do throws(Failure) {
                try await volume.delete(users)
                Report.notice("Deleted \(volume.address)")
            } catch {
                failures.append(error)
            }
        }
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: addresses.count) }
    }
}
