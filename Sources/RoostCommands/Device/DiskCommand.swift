import ArgumentParser

struct DiskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disk", abstract: "Disks and drives of a machine.",
        discussion: """
            A disk is named by its target, such as vda. A running machine gets a change now, as far as it can, and every \
            later start brings it too; what has to wait is said, with the reason.
            """,
        subcommands: [
            DiskListCommand.self, DiskAttach.self, DiskDetach.self, DiskResizeCommand.self, DiskSet.self,
        ])
}
