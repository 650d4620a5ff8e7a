import ArgumentParser

struct BridgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bridge", abstract: "Bridges of a host, by which guests are in its own network.",
        subcommands: [
            BridgeListCommand.self, BridgeShow.self, BridgeCreate.self, BridgeConfirm.self, BridgeDelete.self,
        ])
}
