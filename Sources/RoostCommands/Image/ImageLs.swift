import ArgumentParser
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct ImageLs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ls", abstract: "List a directory inside an image or a machine that is off.")

    @OptionGroup var target: ImageTarget

    @Argument(help: "A path in the image.")
    var path = "/"

    @Flag(name: .short, help: "With mode, owner, size, time and where links lead.")
    var long = false

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let entries = try await target.open().list(path)
        if output.format == .table, !output.quiet, !long {
            return try Report.answer(entries.map { HostileText.sanitised($0.name) + "\n" }.joined())
        }
        try Report.answer(
            entries, output, name: \.name,
            columns: [
                Column("MODE"), Column("OWNER", alignment: .right), Column("GROUP", alignment: .right),
                Column("SIZE", alignment: .right), Column("MODIFIED"), Column("NAME"),
            ]
        ) { entry in
            [
                Cell(Self.letter(entry.kind) + entry.mode), Cell("\(entry.owner)"), Cell("\(entry.group)"),
                Cell("\(entry.size)"), Cell(entry.modified.map { $0.formatted(.iso8601) } ?? ""),
                Cell(entry.name + (entry.target.map { " -> \($0)" } ?? "")),
            ]
        }
    }

    private static func letter(_ kind: GuestEntry.Kind) -> String {
        switch kind {
        case .file: "-"
        case .directory: "d"
        case .link: "l"
        case .block: "b"
        case .character: "c"
        case .pipe: "p"
        case .socket: "s"
        case .other: "?"
        }
    }
}
