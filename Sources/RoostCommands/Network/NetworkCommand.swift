import ArgumentParser

struct NetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "net", abstract: "Virtual networks.",
        subcommands: [
            NetworkListCommand.self, NetworkShow.self, NetworkCreate.self, NetworkEditCommand.self, NetworkDelete.self,
            NetworkStart.self, NetworkStop.self, NetworkAutostart.self, NetworkLeases.self, NetworkReserve.self,
            NetworkForward.self,
        ], aliases: ["network"])
}
