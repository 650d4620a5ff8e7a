import ArgumentParser

struct HostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host", abstract: "The computer that runs the machines.", subcommands: [HostInfoCommand.self])
}
