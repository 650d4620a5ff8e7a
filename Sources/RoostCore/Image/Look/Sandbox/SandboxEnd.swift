/// How the last command of a sandbox ended.
struct SandboxEnd: Equatable {
    /// As of `$?`.
    let status: Int
    let errors: String

    static let script = "printf 'ended %d\\n' $s >&2; tail -c 2000 /run/e >&2"

    /// - Returns: nil where the text tells of no end: the sandbox itself was ended.
    init?(_ text: String) {
        let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let words = parts[0].split(separator: " ")
        guard words.count == 2, words[0] == "ended", let status = Int(words[1]) else { return nil }
        self.status = status
        errors = parts.count > 1 ? String(parts[1]) : ""
    }
}
