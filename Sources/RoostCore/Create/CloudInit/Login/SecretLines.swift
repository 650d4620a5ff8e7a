/// Hides the values that a file for cloud-init calls passwords, and private keys. It goes by lines, for the file need not be
/// YAML; what a script of the file holds stays.
enum SecretLines {
    private static let hidden = Secret("").description

    static func masked(_ text: String) -> String {
        var isInKey = false
        /// How far the word is indented whose block holds nothing but passwords.
        var passwords: Int?
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let indent = line.prefix { $0 == " " }
            if line.contains("-----BEGIN"), line.contains("PRIVATE KEY") {
                isInKey = true
                return String(line)
            }
            if line.contains("-----END") { isInKey = false }
            if isInKey { return indent + hidden }
            if let depth = passwords, indent.count > depth { return indent + hidden }
            passwords = line.contains(/^ *chpasswd: *$/) ? indent.count : nil
            return values(line)
        }
        return lines.joined(separator: "\n")
    }

    private static func values(_ line: Substring) -> String {
        let named = line.contains("{") && !line.contains("chpasswd") ? inFlow(line) : inBlock(line)
        return named.replacing(/(:\/\/[^\s\/:@]+:)[^\s@\/]+@/) { "\($0.1)\(hidden)@" }
    }

    /// Behind the word all is the value, up to the end of the line.
    private static func inBlock(_ line: Substring) -> String {
        let value =
            /(?i)(\b[a-z_\-]*(?:passwd|password|passphrase|token|secret|api_?key)["']?\s*[:=]\s*)(?!(?:true|false|no|yes)\s*$)\S.*/
        return line.replacing(value) { "\($0.1)\(hidden)" }.description
    }

    /// In braces a value ends at its closing quote, else at a comma or a brace.
    private static func inFlow(_ line: Substring) -> String {
        let value =
            /(?i)(\b[a-z_\-]*(?:passwd|password|passphrase|token|secret|api_?key)["']?\s*[:=]\s*)(?!(?:true|false|no|yes)\b)("[^"]*"|'[^']*'|[^\s,}][^,}]*)/
        return line.replacing(value) { "\($0.1)\(hidden)" }.description
    }
}
