import RoostCore

/// Shows changes to a host, asks, and makes them.
struct HostChangeDialog {
    let consent: ConsentOptions
    let question: String
    /// Whether each stands by itself, so that one that fails does not stop the others.
    var areIndependent = false

    func make(_ changes: [HostChange], on target: HostTarget) async throws {
        try consent.show(Self.lines(changes), asking: question)
        let changer = try HostChanger(target)
        let one = { (change: HostChange) in
            Report.notice("\(change.title) …")
            try await changer.make(change)
        }
        if areIndependent { return try await Report.each(changes, one) }
        for change in changes { try await one(change) }
        Report.notice("Done")
    }

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
