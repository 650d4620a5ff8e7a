/// The options of `create` that take suboptions, for help, completion and documentation.
public enum CreateOptions {
    public static let help: [OptionHelp] = [
        MemoryOption.table.help, VCPUsOption.table.help, CPUOption.table.help, OSOption.table.help,
        BootOption.table.help, DiskOption.table.help, NetworkOption.table.help, GraphicsOption.table.help,
        ControllerOption.table.help, SerialOption.table.help, ConsoleOption.table.help, ChannelOption.table.help,
        TPMOption.table.help, RNGOption.table.help, UnattendedOption.table.help,
    ]

    /// The listing that the arguments ask for, as in `--disk help` or `--disk=?`; nil when they ask for none.
    public static func requestedHelp(_ arguments: CreateArguments) -> OptionHelp? {
        let written: [(String, [String?])] = [
            ("--memory", [arguments.memory]), ("--vcpus", [arguments.vcpus]), ("--cpu", [arguments.cpu]),
            ("--os-variant", [arguments.osVariant]), ("--boot", [arguments.boot]), ("--disk", arguments.disks),
            ("--network", arguments.networks), ("--graphics", arguments.graphics),
            ("--controller", arguments.controllers), ("--serial", arguments.serials),
            ("--console", arguments.consoles), ("--channel", arguments.channels), ("--tpm", arguments.tpms),
            ("--rng", arguments.rngs), ("--unattended", [arguments.unattended]),
        ]
        let asked = written.first { $0.1.contains { $0.map(OptionHelp.isRequest) ?? false } }
        return asked.flatMap { asked in help.first { $0.option == asked.0 } }
    }
}
