import ArgumentParser

/// The root of the command line.
struct Roost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roost",
        abstract: "Runs virtual machines on Linux hosts.",
        version: version,
        groupedSubcommands: [
            CommandGroup(name: "Machines:", subcommands: [MachineListCommand.self, MachineStart.self]),
            CommandGroup(name: "Shell:", subcommands: [CompletionCommand.self]),
        ])

    static let version = "0.1.0"
}
