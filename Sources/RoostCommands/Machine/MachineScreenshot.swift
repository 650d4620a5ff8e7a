import ArgumentParser
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct MachineScreenshot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screenshot", abstract: "Take a picture of a machine's screen, as a PNG file.")

    @Argument(help: ArgumentHelp("Name or UUID.", valueName: "machine"), completion: .machines)
    var machine: String

    @Argument(
        help: ArgumentHelp("Where it goes; - is standard output. Else <machine>-<time>.png here.", valueName: "file"),
        completion: .file(extensions: ["png"]))
    var file: String?

    @Option(help: "Which screen, from 0 on.")
    var screen: UInt32 = 0

    @Flag(help: "Replace the file where it exists.")
    var force = false

    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        guard file != "-" || !StreamOutput.standardOutput.isTerminal else {
            throw Failure(
                .usage, "A picture cannot be shown on a terminal", remedy: "Name a file, or redirect the output.")
        }
        let machine = try await hosts.site().machine(machine)
        let picture = try await machine.screenshot(screen: screen)
        if file == "-" {
            try StreamOutput.standardOutput.write(bytes: picture.png)
            try StreamOutput.standardOutput.flush()
            return
        }
        let path = file ?? Self.defaultName(machine: machine.name, at: Date())
        try save(picture.png, to: path)
        try Report.answer(HostileText.sanitised(path) + "\n")
        Report.notice("\(picture.width) × \(picture.height) pixels, \(ByteCount(UInt64(picture.png.count)).formatted)")
    }

    private func save(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: force ? .atomic : .withoutOverwriting)
        } catch let error as CocoaError {
            throw Self.failure(path, error)
        }
    }

    private static func failure(_ path: String, _ error: CocoaError) -> Failure {
        let task = "Cannot write \(path)"
        switch error.code {
        case .fileWriteFileExists: return Failure(.exists, task, why: "it exists", remedy: "--force replaces it.")
        case .fileWriteNoPermission: return Failure(.permission, task, why: "permission denied")
        case .fileNoSuchFile, .fileReadNoSuchFile:
            return Failure(.notFound, task, why: "its directory does not exist")
        case .fileWriteOutOfSpace: return Failure(.resources, task, why: "no space is left")
        default: return Failure(.general, task, why: "\(error)")
        }
    }

    /// A machine's name may hold what is no good in a file's.
    static func defaultName(machine: String, at time: Date) -> String {
        let plain = machine.unicodeScalars.prefix(100).map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || "-_.".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
        }
        let stem = plain.first == "." || plain.first == "-" ? "_" + String(plain.dropFirst()) : String(plain)
        let stamp = time.formatted(.iso8601).filter { $0.isLetter || $0.isNumber }
        return "\(stem)-\(stamp).png"
    }
}
