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
        let removal = try await hosts.site().imageRemoval(images, pool: pool.pool)
        if !removal.items.isEmpty {
            try consent.ask(
                removal.items.count == 1 ? "Delete this image?" : "Delete these images?",
                details: removal.items.map { item in
                    "\(item.label): \(item.path) (\(ByteCount(item.allocation).formatted))"
                })
        }
        try Task.checkCancellation()
        let failures = removal.refused + (await removal.carryOut { Report.notice("Deleted \($0.label)") })
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: images.count) }
    }
}
