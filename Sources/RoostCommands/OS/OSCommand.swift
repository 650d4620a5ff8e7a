import ArgumentParser

struct OSCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "os", abstract: "Operating systems that --os-variant knows.", subcommands: [OSListCommand.self])
}
