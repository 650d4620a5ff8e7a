/// What `--disk help` prints, generated from the option's table; the documentation is generated from the same.
public struct OptionHelp: Sendable, Equatable {
    public struct Entry: Sendable, Equatable {
        public var name: String
        public var aliases: [String]
        /// What stands after `=`; nil for a bare word.
        public var value: String?
        public var help: String
    }

    public var option: String
    public var summary: String
    public var examples: [String]
    /// Words that stand without `=`.
    public var words: [Entry]
    public var suboptions: [Entry]

    /// The listing as text, without a line break at its end.
    public var text: String {
        var lines = ["\(option): \(summary)", ""]
        lines += examples.map { "  \(option) \($0)" }
        lines += ["", "Suboptions:"]
        let rows = (words + suboptions).map { entry in
            (
                entry.value.map { "\(entry.name)=\($0)" } ?? entry.name,
                entry.aliases.isEmpty ? entry.help : "\(entry.help) [also \(entry.aliases.joined(separator: ", "))]"
            )
        }
        let width = min(rows.map(\.0.count).max() ?? 0, 34)
        for (name, help) in rows {
            lines.append("  \(name)\(String(repeating: " ", count: max(0, width - name.count)))  \(help)")
        }
        return lines.joined(separator: "\n")
    }

    /// Whether an option's text asks for the listing instead of meaning a value.
    public static func isRequest(_ text: String) -> Bool { text == "help" || text == "?" }
}
