import ArgumentParser

struct CDROMCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cdrom", abstract: "What is in the CD-ROM drives of a machine.",
        discussion:
            "A drive is added with 'roost disk attach MACHINE device=cdrom', and taken away with 'roost disk detach'.",
        subcommands: [CDROMListCommand.self, CDROMInsert.self, CDROMChange.self, CDROMEject.self])
}
