import ArgumentParser
import RoostCore
import TerminalOutput

struct ImageCat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cat", abstract: "Print files inside an image or a machine that is off.",
        discussion: "A pipe or a file gets the bytes as they are; on a terminal nothing in them can drive it.")

    @OptionGroup var target: ImageTarget

    @Argument(help: "Paths in the image.")
    var paths: [String]

    func run() async throws {
        let output = StreamOutput.standardOutput
        let isTerminal = output.isTerminal
        try await target.open().read(paths) { bytes in
            if isTerminal {
                try output.write(SafeLines.text(bytes))
            } else {
                try output.write(bytes: bytes)
            }
        }
        try output.flush()
    }
}
