/// The options of `create` as they were written, before any of them is understood.
public struct CreateArguments: Sendable, Equatable {
    /// The name as the command's own argument.
    public var positionalName: String?
    /// The name as `--name`.
    public var name: String?
    public var memory: String?
    public var vcpus: String?
    public var osVariant: String?
    public var cdrom: String?
    public var isImport = false
    public var boot: String?
    public var cpu: String?
    public var machine: String?
    public var arch: String?
    public var virtType: String?
    public var disks: [String] = []
    public var networks: [String] = []
    public var graphics: [String] = []
    public var controllers: [String] = []
    public var channels: [String] = []
    public var consoles: [String] = []
    public var serials: [String] = []
    public var tpms: [String] = []
    public var rngs: [String] = []
    public var tags: [String] = []
    public var title: String?
    public var description: String?
    public var uuid: String?
    public var autostart = false
    public var noAutoconsole = false
    /// The value of `--wait`; empty when it stood alone, nil when it was not given.
    public var wait: String?
    /// Whether a first boot is not waited for.
    public var noWait = false
    public var start = true
    public var cloud = CloudArguments()
    public var unattended: String?

    public init() {}
}
