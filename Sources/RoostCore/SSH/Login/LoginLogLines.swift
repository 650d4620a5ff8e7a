/// The lines of a log that grows, each given out once, and only when it was there at the last look already.
struct LoginLogLines: Sendable {
    private var seen = 0
    private var given = 0

    /// - Parameter log: the whole log as it is now.
    /// - Returns: lines that a terminal may be given: the far host has a say in them.
    mutating func next(_ log: String) -> [String] {
        // What has no end of line yet is still being written.
        let whole = log.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropLast()
        let old = min(seen, whole.count)
        let lines = whole[min(given, old)..<old].map(Self.plain)
        given = old
        seen = whole.count
        return lines.filter { !$0.isEmpty }
    }

    private static func plain(_ line: Substring) -> String {
        String(line.unicodeScalars.map { 0x20..<0x7F ~= $0.value ? Character($0) : "?" })
    }
}
