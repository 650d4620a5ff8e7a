import ArgumentParser

struct VolumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "volume", abstract: "Volumes: disk images and ISO files in storage pools.",
        discussion:
            "A volume is named POOL/NAME, by its path, or by NAME alone in the pool of --pool (else 'default'); one of another host HOST/POOL/NAME or HOST//PATH.",
        subcommands: [
            VolumeListCommand.self, VolumeInfo.self, VolumeCreate.self, VolumeUploadCommand.self, VolumeDownload.self,
            VolumeResize.self, VolumeClone.self, VolumeDelete.self,
        ], aliases: ["vol"])
}
