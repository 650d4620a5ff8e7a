/// Splits a setting such as `code --wait "/my files"` into words with the shell's rules for blanks, quotes and
/// backslashes. Nothing else means anything: no variables, no patterns, no commands.
enum ShellWords {
    /// - Returns: the words; nil when a quote is not closed or the text ends with a backslash.
    static func split(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = text[...]
        while let character = rest.popFirst() {
            switch (character, quote) {
            case (character, character?) where character == quote:
                quote = nil
            case ("\\", nil):
                guard let next = rest.popFirst() else { return nil }
                word = (word ?? "") + String(next)
            case ("\\", "\""):
                guard let next = rest.popFirst() else { return nil }
                // Inside double quotes a backslash is one, unless it stands before what it could protect.
                word = (word ?? "") + ("\"\\$`".contains(next) ? "" : "\\") + String(next)
            case ("'", nil), ("\"", nil):
                quote = character
                word = word ?? ""
            case (" ", nil), ("\t", nil), ("\n", nil):
                if let finished = word { words.append(finished) }
                word = nil
            default:
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { return nil }
        if let word { words.append(word) }
        return words
    }
}
