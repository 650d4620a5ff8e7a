import ArgumentParser

struct ImageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image", abstract: "Images: disks from which machines are made.",
        subcommands: [ImageBuild.self, ImageInspect.self, ImageLs.self, ImageCat.self, ImageCopyOut.self], aliases: ["img"])
}
