import ArgumentParser

/// The root of the command line.
struct Roost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roost",
        abstract: "Runs virtual machines on Linux hosts.",
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Machines:",
                subcommands: [
                    MachineListCommand.self, MachineShow.self, MachineStart.self, MachineShutdown.self,
                    MachineReboot.self, MachineReset.self, MachineDestroy.self, MachineSuspend.self,
                    MachineResume.self, MachineSave.self, MachineRestore.self, MachineAutostart.self,
                    MachineRename.self, MachineWait.self, MachineSet.self, MachineEdit.self, MachineDelete.self,
                ]),
            CommandGroup(name: "Shell:", subcommands: [CompletionCommand.self]),
        ])

    static let version = "0.1.0"
}
