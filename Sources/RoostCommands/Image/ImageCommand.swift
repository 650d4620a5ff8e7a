import ArgumentParser

struct ImageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image", abstract: "Images: disks from which machines are made.",
        discussion:
            "An image is named NAME (the newest of that name), NAME@VERSION, POOL/VOLUME or by its path; one of another host HOST/NAME, HOST/POOL/VOLUME or HOST//PATH.",
        subcommands: [
            ImageListCommand.self, ImageInfo.self, ImagePullCommand.self, ImageBuild.self, ImageImport.self,
            ImageVerify.self, ImageConvert.self, ImageDelete.self, ImageInspect.self, ImageLs.self, ImageCat.self,
            ImageCopyOut.self,
        ], aliases: ["img"])
}
