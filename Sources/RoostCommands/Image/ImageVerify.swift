import ArgumentParser
import RoostCore
import TerminalOutput

struct ImageVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read images again, and see whether they are still what came.",
        discussion: "Their bytes are hashed anew; of qcow2 images on this computer the tables are checked too.")

    @Argument(help: "NAME, NAME@VERSION, POOL/VOLUME.", completion: .images)
    var images: [String]

    @OptionGroup var pool: ImagePoolOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let chosen = try await hosts.fleet.images(images, pool: pool.pool)
        var (failures, results) = (chosen.failures, [ImageVerification]())
        for item in chosen.items {
            do {
                let verifying = item.host.verify(item.image)
                let result = try await output.quiet ? verifying.value : Report.following(verifying)
                results.append(result)
                if output.format == .table, !output.quiet {
                    Report.notice("\(item.label) is as it came" + (result.structure.map { "; \($0)" } ?? ""))
                }
            } catch let failure as Failure {
                failures.append(failure)
            }
        }
        if output.quiet || output.format != .table {
            try Report.answer(results, output, names: results.map(\.image.reference)) { "" }
        }
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: images.count) }
    }
}
