import ArgumentParser

struct NetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "net", abstract: "Virtual networks.",
        subcommands: [
            NetworkListCommand.self, NetworkShow.self, NetworkStart.self, NetworkStop.self, NetworkAutostart.self,
        ], aliases: ["network"])
}
