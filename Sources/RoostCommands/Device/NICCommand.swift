import ArgumentParser

struct NICCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nic", abstract: "Network interfaces of a machine.",
        discussion: """
            An interface is named by its MAC address, or by its name on the host, such as vnet3. A running machine gets a \
            change now, as far as it can, and every later start brings it too.
            """,
        subcommands: [NICListCommand.self, NICAttach.self, NICDetach.self, NICSet.self], aliases: ["interface"])
}
