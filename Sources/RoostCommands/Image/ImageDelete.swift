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
        var going: [(host: Host, items: [HostImage])] = []
        for (host, items) in chosen.byHost {
            let users = try await host.usersForDeletion()
            var free: [HostImage] = []
            for item in items {
                do throws(Failure) {
                    try item.checkDeletion(users)
                    free.append(item)
                } catch {
                    failures.append(error)
                }
            }
            if !free.isEmpty { going.append((host, free)) }
        }
        let all = going.flatMap { $0.items }
        if !all.isEmpty {
            try consent.ask(
                all.count == 1 ? "Delete this image?" : "Delete these images?",
                details: all.map { item in
                    "\(item.label): \(item.host.label(item.image.path)) (\(ByteCount(item.image.allocation).formatted))"
                })
        }
        for (host, items) in going { failures += await delete(items, on: host) }
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: images.count) }
    }

    private func delete(_ items: [HostImage], on host: Host) async -> [Failure] {
        var failures: [Failure] = []
        do throws(Failure) {
            // Read anew: a person may have taken long to agree.
            let users = try await host.usersForDeletion()
            for item in items {
                do throws(Failure) {
                    try await item.delete(users)
                    Report.notice("Deleted \(item.label)")
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
