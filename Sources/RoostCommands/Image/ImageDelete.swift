import ArgumentParser
import RoostCore
import TerminalOutput

struct ImageDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete images that nothing stands on.", aliases: ["rm"])

    @Argument(help: "NAME (its newest version), NAME@VERSION, POOL/VOLUME or paths.", completion: .images)
    var images: [String]

    @OptionGroup var pool: ImagePoolOption
    @OptionGroup var consent: ConsentOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let chosen = try await hosts.fleet.images(images, pool: pool.pool)
        var failures = chosen.failures
        var going: [(item: HostImage, users: StorageUsers)] = []
        for (host, items) in chosen.byHost {
            let users = try await host.storageUsers()
            for item in items {
                do throws(Failure) {
                    try item.checkDeletion(users)
                    going.append((item, users))
                } catch {
                    failures.append(error)
                }
            }
        }
        if !going.isEmpty {
            try consent.ask(
                going.count == 1 ? "Delete this image?" : "Delete these images?",
                details: going.map { item, _ in
                    "\(item.label): \(item.host.label(item.image.path)) (\(ByteCount(item.image.allocation).formatted))"
                })
        }
        for (item, users) in going {
            do throws(Failure) {
                try await item.delete(users)
                Report.notice("Deleted \(item.label)")
            } catch {
                failures.append(error)
            }
        }
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: images.count) }
    }
}
