import ArgumentParser
import RoostCore
import TerminalOutput

struct ImageCustomize: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customize", abstract: "Change what is inside an image, by libguestfs, all in one go.",
        discussion: """
            The image is as it was until everything has been done. Stored images, and those that others stand on, are not
            changed: customize a copy. In this order: growing, host name, copies, packages, scripts, commands, passwords,
            keys; --sysprep clears first what makes a machine one of a kind.
            """)

    @Argument(
        help: "A file here, or POOL/VOLUME; one of a far host is fetched, changed here and sent back.",
        completion: .file())
    var image: String

    @Option(
        help: ArgumentHelp("Copy a local file or directory into a directory (repeatable).", valueName: "local:/dir"))
    var copyIn: [String] = []

    @Option(help: ArgumentHelp("Install packages (repeatable, or with commas between).", valueName: "packages"))
    var install: [String] = []

    @Option(
        name: .customLong("run"), help: ArgumentHelp("Run a local script in it (repeatable).", valueName: "file"),
        completion: .file())
    var scripts: [String] = []

    @Option(help: ArgumentHelp("Run a command in it (repeatable).", valueName: "command"))
    var runCommand: [String] = []

    @Option(
        help: ArgumentHelp(
            "Set the password of root, or of a user, to a file's first line (repeatable).", valueName: "[user:]file"))
    var passwordFile: [String] = []

    @Option(
        help: ArgumentHelp("Let a file's public keys in as root, or as a user (repeatable).", valueName: "[user:]file"))
    var sshInject: [String] = []

    @Option(help: "The host name.")
    var hostname: String?

    @Flag(help: "Let the root file system grow to the end of its disk.")
    var growpart = false

    @Flag(help: "Clear what makes a machine one of a kind: host keys, machine id, logs.")
    var sysprep = false

    @Flag(name: [.short, .long], help: "Say nothing when it is done.")
    var quiet = false

    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        var edits = ImageCustomization()
        edits.copies = try copyIn.map { text throws(Failure) in try ImageCustomization.Copy(text) }
        edits.packages = install.flatMap { $0.split(separator: ",").map(String.init) }
        edits.scripts = scripts
        edits.commands = runCommand
        edits.passwords = try passwordFile.map { text throws(Failure) in try ImageCustomization.AccountFile(text) }
        edits.keys = try sshInject.map { text throws(Failure) in try ImageCustomization.AccountFile(text) }
        edits.hostname = hostname
        edits.grows = growpart
        edits.resets = sysprep
        let work = try await customizer().apply(edits)
        try await quiet ? work.value : Report.following(work)
        if !quiet { Report.notice("Customized \(image)") }
    }

    private func customizer() async throws -> ImageCustomizer {
        try hosts.server.refuse()
        guard hosts.host.isEmpty, !hosts.allHosts, LocalFile.exists(image) else {
            return try await .volume(hosts.fleet.volume(image, pool: nil))
        }
        // Without libvirt there is nobody to ask, and the file can be changed all the same.
        let host = try? await hosts.fleet.host()
        return try await .file(image, asking: host, notice: Report.notice)
    }
}
