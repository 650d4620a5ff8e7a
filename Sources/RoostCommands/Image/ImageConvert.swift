import ArgumentParser
import RoostCore
import TerminalOutput

struct ImageConvert: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Make an image of the same content in another format, on the host.",
        discussion:
            "What it is made of stays. The image's own snapshots are left out. Volumes in the formats VMDK and VDI are taken too."
    )

    @Argument(help: "NAME, NAME@VERSION, POOL/VOLUME or a path.", completion: .images)
    var image: String

    @Option(help: "One of: \(ImageForm.allCases.map(\.rawValue).joined(separator: ", ")).")
    var to: ImageForm

    @Option(help: "What the new one is called; the name with its format behind it where it is left out.")
    var name: String?

    @OptionGroup var pool: ImagePoolOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let found = try await hosts.fleet.image(image, pool: pool.pool)
        let converting = found.host.convert(found.image, to: to, as: name, pool: pool.pool)
        let arrival = try await output.quiet ? converting.value : Report.following(converting)
        try Report.arrival(arrival, found.host.label, verb: "Converted to", output)
    }
}
