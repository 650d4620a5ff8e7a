import ArgumentParser
import RoostCore
import TerminalOutput

struct ImageCopyOut: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy-out", abstract: "Copy a file or a directory out of an image or a machine that is off.",
        discussion:
            "It appears under its name when all of it is there. Modes are kept without set-user-id bits, owners are not."
    )

    @OptionGroup var target: ImageTarget

    @Argument(help: "A path in the image.")
    var path: String

    @Argument(help: "The new name here, or a directory that it goes into.", completion: .file())
    var destination: String

    @Flag(help: "Replace a file of that name.")
    var force = false

    @Flag(name: [.short, .long], help: "Say nothing when it is done.")
    var quiet = false

    func run() async throws {
        let copying = try await target.open().copy(path, to: destination, replace: force)
        let done = try await quiet ? copying.value : Report.following(copying)
        if done.left > 0 {
            Report.warning("\(done.left) entries were left out: devices, pipes, sockets, or names that are not UTF-8.")
        }
        guard !quiet else { return }
        Report.notice(
            "Copied \(done.path) (\(done.files) \(done.files == 1 ? "file" : "files"), \(ByteCount(done.bytes).formatted))"
        )
    }
}
