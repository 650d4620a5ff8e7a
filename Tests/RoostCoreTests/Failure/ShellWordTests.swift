import Subprocess
import Testing

@testable import RoostCore

@Suite struct ShellWordTests {
    @Test func onlyWhatNeedsItIsQuoted() {
        #expect(ShellWord.quoted("/srv/images") == "/srv/images")
        #expect(ShellWord.quoted("/srv/it's mine; rm -rf /") == #"'/srv/it'\''s mine; rm -rf /'"#)
        #expect(ShellWord.quoted("") == "''")
    }

    /// A real shell gives back every byte of what was quoted.
    @Test func aShellReadsAQuotedWordAsItWas() async throws {
        let alphabet =
            (1...127).map { Character(Unicode.Scalar($0)) } + [
                "é", "\u{2028}", "\u{200d}", "\u{1F600}", "\r\n", "\u{301}", "'", "'",
            ]
        let hostile = [
            "", "-n", "$(reboot)", "'; exit 1; '", "\\", "a\nb\n", "'", "''", "*", "~", "!x", "%s",
            "'\u{301}; echo x; '",
        ]
        let words =
            hostile
            + (0..<300).map { _ in String((0..<Int.random(in: 0...30)).compactMap { _ in alphabet.randomElement() }) }
        // Each word ends in a NUL, which none can hold.
        let line = words.map { "printf '%s\\0' \(ShellWord.quoted($0))" }.joined(separator: "; ")
        let result = try await Subprocess.run(
            .name("sh"), arguments: ["-c", line], output: .bytes(limit: 1 << 20), error: .string(limit: 4096))
        #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
        let read = result.standardOutput.split(separator: 0, omittingEmptySubsequences: false).dropLast()
        #expect(read.count == words.count)
        for (bytes, word) in zip(read, words) { #expect(Array(bytes) == Array(word.utf8), "\(word.debugDescription)") }
    }
}
