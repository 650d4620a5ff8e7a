import ArgumentParser
import RoostCore

/// The options of `create`, as they were written. What they mean is decided in RoostCore.
struct CreateOptionGroup: ParsableArguments {
    @Argument(help: ArgumentHelp("The machine's name.", valueName: "name"))
    var positionalName: String?

    @Option(name: [.short, .customLong("name")], help: "The machine's name, as with virt-install.")
    var name: String?

    @Option(help: Self.help("--memory", "MIB"))
    var memory: String?

    @Option(help: Self.help("--vcpus", "COUNT"))
    var vcpus: String?

    @Option(name: [.customLong("os-variant"), .customLong("osinfo")], help: Self.help("--os-variant", "NAME"))
    var osVariant: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Install from this ISO image.", valueName: "PATH"))
    var cdrom: String?

    @Flag(name: .customLong("import"), help: "Boot the first disk, which holds a system already.")
    var isImport = false

    @Option(help: Self.help("--boot", "WHAT"))
    var boot: String?

    @Option(help: Self.help("--disk", "PATH"))
    var disk: [String] = []

    @Option(name: [.customShort("w"), .customLong("network")], help: Self.help("--network", "WHAT"))
    var network: [String] = []

    @Option(help: Self.help("--graphics", "TYPE"))
    var graphics: [String] = []

    @Option(help: Self.help("--cpu", "MODEL"))
    var cpu: String?

    @Option(help: ArgumentHelp("Type of machine, such as q35 (default: the best for the guest).", valueName: "TYPE"))
    var machine: String?

    @Option(help: ArgumentHelp("Processor architecture, such as aarch64 (default: the host's).", valueName: "ARCH"))
    var arch: String?

    @Option(help: ArgumentHelp("kvm or qemu (default: kvm where it is truly usable).", valueName: "TYPE"))
    var virtType: String?

    @Option(help: Self.help("--controller", "TYPE"))
    var controller: [String] = []

    @Option(help: Self.help("--channel", "TYPE"))
    var channel: [String] = []

    @Option(help: Self.help("--console", "TYPE"))
    var console: [String] = []

    @Option(help: Self.help("--serial", "TYPE"))
    var serial: [String] = []

    @Option(help: Self.help("--tpm", "MODEL"))
    var tpm: [String] = []

    @Option(help: Self.help("--rng", "DEVICE"))
    var rng: [String] = []

    @Option(help: ArgumentHelp("Label that groups machines (repeatable).", valueName: "TAG"))
    var tag: [String] = []

    @Option(help: "One line about the machine.")
    var title: String?

    @Option(help: "Text about the machine.")
    var description: String?

    @Option(help: "The machine's identity (default: a new one).")
    var uuid: String?

    @Flag(help: "Start it together with its host.")
    var autostart = false

    @Flag(help: "Accepted as a habit from virt-install: no console is opened anyway.")
    var noautoconsole = false

    @Option(
        help: ArgumentHelp(
            """
            Stay until the installation has ended, or the first boot of an image, MIN minutes at most (alone or -1: without \
            end; an image: 10).
            """, valueName: "MIN"))
    var wait: String?

    @Flag(help: "Define it, and leave it off.")
    var noStart = false

    @Option(help: Self.help("--unattended", "HOW"))
    var unattended: String?

    @OptionGroup(title: "Machines from images")
    var cloud: CloudOptionGroup

    var arguments: CreateArguments {
        var arguments = CreateArguments()
        cloud.fill(&arguments)
        arguments.positionalName = positionalName
        arguments.name = name
        arguments.memory = memory
        arguments.vcpus = vcpus
        arguments.osVariant = osVariant
        arguments.cdrom = cdrom
        arguments.isImport = isImport
        arguments.boot = boot
        arguments.cpu = cpu
        arguments.machine = machine
        arguments.arch = arch
        arguments.virtType = virtType
        arguments.disks = disk
        arguments.networks = network
        arguments.graphics = graphics
        arguments.controllers = controller
        arguments.channels = channel
        arguments.consoles = console
        arguments.serials = serial
        arguments.tpms = tpm
        arguments.rngs = rng
        arguments.tags = tag
        arguments.title = title
        arguments.description = description
        arguments.uuid = uuid
        arguments.autostart = autostart
        arguments.noAutoconsole = noautoconsole
        arguments.wait = wait
        arguments.unattended = unattended
        arguments.start = !noStart
        return arguments
    }

    /// The option's own summary and where to find its suboptions.
    private static func help(_ option: String, _ value: String) -> ArgumentHelp {
        let summary = CreateOptions.help.first { $0.option == option }?.summary ?? ""
        return ArgumentHelp("\(summary) '\(option) help' lists what it takes.", valueName: value)
    }
}
