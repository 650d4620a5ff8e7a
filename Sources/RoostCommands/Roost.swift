import ArgumentParser
import RoostCore

/// The root of the command line.
struct Roost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roost",
        abstract: "Runs virtual machines on Linux hosts.",
        discussion: "Exit codes: 0 done"
            + FailureKind.all.map { "; \($0.exitCode) \($0.meaning)" }.joined() + ".",
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Machines:",
                subcommands: [
                    MachineCreate.self, MachineListCommand.self, MachineShow.self, MachineSet.self, MachineEdit.self,
                    MachineCloneCommand.self, MachineTemplate.self, MachineRename.self, MachineDelete.self,
                    MachineAutostart.self,
                ]),
            CommandGroup(
                name: "Devices:", subcommands: [DiskCommand.self, CDROMCommand.self, NICCommand.self]),
            CommandGroup(
                name: "Power:",
                subcommands: [
                    MachineStart.self, MachineShutdown.self, MachineReboot.self, MachineReset.self, MachineDestroy.self,
                    MachineSuspend.self, MachineResume.self, MachineSave.self, MachineRestore.self, MachineWait.self,
                ]),
            CommandGroup(
                name: "Looking in:",
                subcommands: [
                    MachineConsole.self, MachineSSH.self, MachineForward.self, MachineView.self, MachineScreenshot.self,
                    MachineEvents.self, MachineTop.self,
                ]),
            CommandGroup(
                name: "Images, networks and storage:",
                subcommands: [ImageCommand.self, NetworkCommand.self, PoolCommand.self, VolumeCommand.self]),
            CommandGroup(name: "Hosts:", subcommands: [HostCommand.self, OSCommand.self]),
            CommandGroup(name: "Without a machine:", subcommands: [Emulate.self]),
            CommandGroup(
                name: "Web console:",
                subcommands: [Serve.self, LoginCommand.self, LogoutCommand.self, WhoamiCommand.self]),
            CommandGroup(name: "Shell:", subcommands: [CompletionCommand.self]),
        ])

    static let version = "0.1.0"
}
