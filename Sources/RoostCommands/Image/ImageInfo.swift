import ArgumentParser
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct ImageInfo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Show an image, where it came from and what stands on it.", aliases: ["show"])

    @Argument(help: "NAME, NAME@VERSION, POOL/VOLUME or a path.", completion: .images)
    var image: String

    @OptionGroup var pool: ImagePoolOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let found = try await hosts.fleet.image(image, pool: pool.pool)
        let details = try await found.host.details(of: found.image)
        try Report.answer(details, output, names: [found.image.reference]) {
            view(of: details).render(styling: Report.styling)
        }
    }

    private func view(of details: ImageDetails) -> KeyValueView {
        let image = details.image
        var view = KeyValueView()
        view.add("Name", image.name)
        view.add("Version", image.version)
        view.add("Pool", image.pool)
        view.add("Path", image.path)
        view.add("Format", image.format)
        view.add("Size", .bytes(image.virtualSize))
        view.add("Used", .bytes(image.allocation))
        if let record = image.record {
            view.add("Operating system", record.os)
            view.add("Architecture", record.architecture)
            view.add("Default user", record.user)
            view.add("Came by", record.origin.words)
            view.add("From", record.source)
            view.add("Checksum", record.checksum.map { "\($0)" })
            view.add("Digest", record.digest.map { "\($0)" })
            view.add("Added", record.added.formatted(.iso8601))
        } else {
            view.add("Known of it", "nothing more")
        }
        view.add("Used by", details.users.isEmpty ? ["nothing"] : details.users.map { Cell("\($0)") })
        return view
    }
}

extension ImageRecord.Origin {
    fileprivate var words: String {
        switch self {
        case .pulled: "pull"
        case .built: "build"
        case .imported: "import"
        }
    }
}
