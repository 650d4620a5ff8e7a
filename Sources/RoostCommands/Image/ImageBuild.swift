import ArgumentParser
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct ImageBuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Make a cloud image from a distribution's packages.",
        discussion: """
            For places where no cloud image can be fetched, but the packages of a distribution can. The image boots by \
            BIOS and by UEFI, and has cloud-init (NoCloud), the guest agent, an SSH server and a \
            serial console; nobody can log in before cloud-init has said who. It is built on this computer, without root \
            where user namespaces work, in TMPDIR or /var/tmp.

            Releases: \(ImageRelease.all.map(\.name).joined(separator: ", ")).
            """)

    @Argument(help: "What to build.", completion: .list(ImageRelease.all.map(\.name)))
    var release: String

    @Option(
        help: ArgumentHelp(
            "Where the packages come from; ROOST_MIRROR, else the distribution's servers.", valueName: "url"))
    var mirror: String?

    @Option(help: ArgumentHelp("The disk's size; it grows with a machine's disk.", valueName: "gib"))
    var size = ImageRecipe.usualSize

    @Option(
        name: .customLong("package"),
        help: ArgumentHelp("A package that is to be in it (repeatable).", valueName: "name"))
    var packages: [String] = []

    @Option(
        help: ArgumentHelp("The keys that the packages are signed with, where they lie elsewhere.", valueName: "file"),
        completion: .file())
    var keyring: String?

    @Option(
        help: ArgumentHelp("Write a qcow2 file instead of adding it to the host's images.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: "What the image is called on the host; the release's name where it is left out.")
    var name: String?

    @OptionGroup var pool: ImagePoolOption
    @OptionGroup var answer: OutputOptions
    @OptionGroup var host: HostOptions

    func validate() throws {
        if output != nil, name != nil || pool.pool != nil {
            throw ValidationError("--output writes a file: --name and --pool are of images on a host.")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let recipe = try ImageRecipe(
            release: release, mirror: mirror ?? environment["ROOST_MIRROR"].flatMap { $0.isEmpty ? nil : $0 },
            gibibytes: size, packages: packages, keyring: keyring)
        guard let output else { return try await add(recipe) }
        let building = BuiltImage.building(recipe, to: output)
        let built = try await answer.quiet ? building.value : Report.following(building)
        guard answer.quiet || answer.format != .table else {
            return Report.notice(
                "Built \(built.path) (\(ByteCount(built.virtualSize).formatted), takes \(ByteCount(built.size).formatted))"
            )
        }
        try Report.answer(built, answer, names: [built.path]) { "" }
    }

    private func add(_ recipe: ImageRecipe) async throws {
        let fleet = try host.fleet
        let hosted = fleet.split(name ?? recipe.release.name, .item)
        // Asked before a build that takes minutes.
        let connected = try await fleet.host(for: hosted)
        let building = connected.buildImage(recipe, name: hosted.name, pool: pool.pool)
        let arrival = try await answer.quiet ? building.value : Report.following(building)
        try Report.arrival(arrival, connected.label, verb: "Built", answer)
    }
}
