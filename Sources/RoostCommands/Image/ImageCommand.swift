import ArgumentParser

struct ImageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image", abstract: "Images: disks from which machines are made.",
        subcommands: [ImageBuild.self], aliases: ["img"])
}
