import ArgumentParser

struct ImageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image", abstract: "Disk images: what they hold, and changing it.",
        subcommands: [ImageInspect.self, ImageLs.self, ImageCat.self, ImageCopyOut.self, ImageCustomize.self],
        aliases: ["img"])
}
