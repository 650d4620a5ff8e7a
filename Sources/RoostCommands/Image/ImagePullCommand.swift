import ArgumentParser
import RoostClient
import RoostCore
import TerminalOutput

struct ImagePullCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", abstract: "Fetch an image from its publisher, and check it.",
        discussion: """
            A name of the catalogue is fetched only where it has changed; a new version stands beside the old one, on which \
            machines may stand. An image has its name when its checksum is right. A transfer that is cut off, also by Ctrl-C, \
            is gone on with by the same command. The variables https_proxy, http_proxy, all_proxy and no_proxy count.
            """)

    @Argument(help: "A name of 'roost image list --catalogue', or an address.", completion: .catalogue)
    var image: String

    @Option(help: "What the image is called here; its own name without it. HOST/NAME for another host.")
    var name: String?

    @Option(
        help: ArgumentHelp(
            "What its bytes must have: sha256: or sha512: and the digits. Of a packed file, of the packed one.",
            valueName: "checksum"))
    var checksum: String?

    @Option(help: ArgumentHelp("Address of the publisher's file with the checksum.", valueName: "address"))
    var checksumFile: String?

    @Flag(help: "Take what lies at an address without a checksum.")
    var insecureNoChecksum = false

    @Option(help: "The architecture: x86_64 or aarch64; the host's own without it.")
    var arch: String?

    @Option(
        help: ArgumentHelp(
            "For an address: the operating system in it, a short id of 'roost os list'.", valueName: "os"))
    var osVariant: String?

    @Option(help: "For an address: who logs in by default.")
    var user: String?

    @Option(help: ArgumentHelp("The longest that the server may say nothing.", valueName: "seconds"))
    var timeout = 30

    @OptionGroup var gate: ImageGateOptions
    @OptionGroup var pool: ImagePoolOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var host: HostOptions

    func validate() throws {
        guard [checksum != nil, checksumFile != nil, insecureNoChecksum].count(where: { $0 }) <= 1 else {
            throw ValidationError("--checksum, --checksum-file and --insecure-no-checksum exclude each other.")
        }
        guard (1...3600).contains(timeout) else { throw ValidationError("--timeout takes seconds, from 1 to 3600.") }
    }

    func run() async throws {
        if let site = try await host.serverSite() { return try await pull(through: site) }
        let fleet = try host.fleet
        let isAddress = image.contains("://")
        let hosted = (isAddress ? name : name ?? image).map { fleet.split($0, .item) }
        let connected = if let hosted { try await fleet.host(for: hosted) } else { try await fleet.host() }
        var pull =
            isAddress
            ? try address(named: hosted?.name)
            : try await entry(named: hosted?.name, fleet, on: connected)
        pull.pool = pool.pool
        pull.allowances = gate.allowances
        pull.silence = .seconds(timeout)
        let pulling = connected.pullImage(pull)
        let arrival = try await output.quiet ? pulling.value : Report.following(pulling)
        try Report.arrival(arrival, connected.label, verb: "Pulled", output)
    }

    /// A server fetches what its catalogue has, and nothing else.
    private func pull(through site: ServerSite) async throws {
        let isPlain = [name, checksum, checksumFile, arch, osVariant, user, pool.pool].allSatisfy { $0 == nil }
        guard isPlain, !image.contains("://"), !insecureNoChecksum, gate.allowances == ImageAllowances() else {
            throw Failure.direct("Only images of the catalogue are pulled by their names, and with no further option")
        }
        let hosted = host.direct.split(image, .item)
        let place = try await site.place(for: hosted)
        let pulling = place.pullImage(hosted.name)
        let arrival = try await output.quiet ? pulling.value : Report.following(pulling)
        try Report.arrival(arrival, place.label, verb: "Pulled", output)
    }

    private func address(named name: String?) throws -> ImagePull {
        guard let check = try check() else {
            throw Failure(
                .usage, "Cannot pull \(image)", why: "nothing says what its bytes must be",
                remedy: "Say --checksum or --checksum-file; if it has neither and you trust it: --insecure-no-checksum")
        }
        return try ImagePull(
            address: image, as: name, check: check, os: osVariant, architecture: arch, user: user)
    }

    private func entry(named name: String?, _ fleet: Fleet, on host: Host) async throws -> ImagePull {
        guard osVariant == nil, user == nil, !insecureNoChecksum else {
            throw Failure(
                .usage, "The catalogue knows '\(image)' itself",
                why: "--os-variant, --user and --insecure-no-checksum are for addresses")
        }
        let entry = try ImageCatalogue.standard().entry(fleet.split(image, .item).name)
        let architecture = if let arch { arch } else { try await host.architecture() }
        return try ImagePull(
            entry, architecture: architecture, as: self.name == nil ? nil : name, check: try check())
    }

    private func check() throws -> ImagePull.Check? {
        if let checksum { return .checksum(try ImageChecksum(parsing: checksum)) }
        if let checksumFile { return .file(checksumFile, .any) }
        return insecureNoChecksum ? ImagePull.Check.none : nil
    }
}
