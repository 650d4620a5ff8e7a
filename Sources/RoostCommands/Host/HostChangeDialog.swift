import RoostCore

/// Shows changes to a host, and asks.
struct HostChangeDialog {
    let consent: ConsentOptions
    let question: String

    func ask(_ changes: [HostChange]) throws { try consent.show(Self.lines(changes), asking: question) }

    @Sendable static func begun(_ change: HostChange) { Report.notice("\(change.title) …") }

    /// What is done, and exactly by which commands.
    static func lines(_ changes: [HostChange]) -> [String] {
        changes.enumerated().flatMap { number, change in
            ["\(number + 1). \(change.title)"] + change.commands.flatMap(Self.commandLines)
                + (change.note.map { ["   (\($0))"] } ?? [])
        }
    }

    /// A command with lines of its own stands on several.
    static func commandLines(_ command: String) -> [String] {
        let lines = command.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { ($0 == 0 ? "   $ " : "     ") + $1 }
    }
}
