/// A new machine as a person asked for it: every option understood, checked by itself and against the others.
///
/// What was left open stays open here (nil, `.defaults`); filling it in needs the host and is done later.
public struct MachineRequest: Sendable, Equatable {
    public var name: String
    /// nil leaves it to the operating system's recommendation; the same for all that is optional here.
    public var memory: MemoryOption?
    public var vcpus: VCPUsOption?
    public var os: OSOption?
    public var install: InstallSource
    public var boot: BootOption?
    public var cpu: CPUOption?
    public var machine: String?
    /// In libvirt's spelling: x86_64, aarch64, i686.
    public var arch: String?
    /// kvm or qemu; nil takes KVM where it is truly usable.
    public var virtType: String?
    public var disks: DeviceChoice<DiskOption>
    public var networks: DeviceChoice<NetworkOption>
    public var graphics: DeviceChoice<GraphicsOption>
    public var controllers: DeviceChoice<ControllerOption>
    public var channels: DeviceChoice<ChannelOption>
    public var consoles: DeviceChoice<ConsoleOption>
    public var serials: DeviceChoice<SerialOption>
    public var tpm: DeviceChoice<TPMOption>
    public var rngs: DeviceChoice<RNGOption>
    /// Each once, in the order they were written.
    public var tags: [MachineTag]
    public var title: String?
    public var description: String?
    public var uuid: MachineUUID?
    public var autostart: Bool
    public var noAutoconsole: Bool
    /// nil when `--wait` was not given.
    public var wait: InstallWait?
    public var start: Bool
    /// Whether a first boot is not waited for.
    public var noWait: Bool
    /// What the first boot of an image does; nil where nothing is made from one.
    public var cloud: CloudRequest?
    /// How an installer is answered; nil where a person answers it.
    public var unattended: UnattendedOption?
    /// What its author should know before the machine is made.
    public var warnings: [RequestWarning] = []

    /// - Throws: `RequestError` for the first thing that is malformed, unknown or contradicts another.
    public init(_ arguments: CreateArguments, in context: RequestContext) throws(RequestError) {
        var context = context
        context.copiesImage = arguments.cloud.image != nil
        name = try RequestText.name(arguments)
        memory = try Self.parse(arguments.memory, in: context)
        vcpus = try Self.parse(arguments.vcpus, in: context)
        os = try Self.parse(arguments.osVariant, in: context)
        boot = try Self.parse(arguments.boot, in: context)
        cpu = try Self.parse(arguments.cpu, in: context)
        machine = try RequestText.word(arguments.machine, option: "--machine", example: "q35")
        arch = try RequestText.arch(arguments.arch)
        virtType = try RequestText.word(arguments.virtType, option: "--virt-type", example: "kvm or qemu")
        disks = try DeviceChoice(parsing: arguments.disks, in: context)
        networks = try DeviceChoice(parsing: arguments.networks, in: context)
        graphics = try DeviceChoice(parsing: arguments.graphics, in: context)
        controllers = try DeviceChoice(parsing: arguments.controllers, in: context)
        channels = try DeviceChoice(parsing: arguments.channels, in: context)
        consoles = try DeviceChoice(parsing: arguments.consoles, in: context)
        serials = try DeviceChoice(parsing: arguments.serials, in: context)
        tpm = try DeviceChoice(parsing: arguments.tpms, in: context)
        rngs = try DeviceChoice(parsing: arguments.rngs, in: context)
        tags = try RequestText.tags(arguments.tags)
        title = try RequestText.title(arguments.title)
        description = try RequestText.description(arguments.description)
        if let text = arguments.uuid { uuid = try MachineUUID(text) }
        autostart = arguments.autostart
        noAutoconsole = arguments.noAutoconsole
        if let text = arguments.wait { wait = try InstallWait(parsing: text) }
        start = arguments.start
        noWait = arguments.noWait
        if let image = arguments.cloud.image {
            cloud = try CloudRequest(arguments.cloud, image: image, name: name, in: context)
            disks = try RequestRules.disksFromImage(disks)
        }
        unattended = try Self.parse(arguments.unattended, in: context)
        install = try RequestRules.install(arguments, boot: boot, disks: disks, networks: networks, in: context)
        try RequestRules.check(self)
        warnings = RequestRules.warnings(self)
    }

    private static func parse<Option: MachineOption>(
        _ text: String?, in context: RequestContext
    ) throws(RequestError) -> Option? {
        guard let text else { return nil }
        return try Option(parsing: text, in: context)
    }
}
