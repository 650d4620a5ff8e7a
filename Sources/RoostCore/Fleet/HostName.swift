/// The rules for what a host of the hosts file may be called.
public enum HostName {
    /// The longest name, as with a label of the domain name system.
    public static let longest = 63

    /// Words of `--host` that mean something else.
    static let reserved = ["system", "session"]

    /// Whether a text could be a name: letters, digits, `.`, `-` and `_`.
    static func isPossible(_ text: String) -> Bool { flaw(in: text) == nil }

    /// - Throws: ``Failure`` of kind usage.
    public static func check(_ text: String) throws(Failure) {
        guard let flaw = flaw(in: text) else { return }
        throw Failure(
            .usage, "'\(text)' cannot be the name of a host", why: flaw,
            remedy: "Use letters, digits, '.', '-' and '_', such as 'web-3'.")
    }

    /// What is wrong with it; nil for a good name.
    static func flaw(in text: String) -> String? {
        if text.isEmpty { return "it is empty" }
        if reserved.contains(text) { return "'\(text)' means a daemon of this computer" }
        if text.utf8.count > longest { return "it has more than \(longest) characters" }
        if text.hasPrefix("-") || text.hasPrefix(".") { return "it begins with '\(text.prefix(1))'" }
        guard text.utf8.allSatisfy({ $0.isLetterOrDigit || ".-_".utf8.contains($0) }) else {
            return "it holds other characters than letters, digits, '.', '-' and '_'"
        }
        return nil
    }
}
