import Synchronization
import TerminalOutput

/// Makes what a guest wrote to its serial port safe for a terminal, line by line, however it is cut into pieces. Colours and
/// cursor movements go; anything else that would drive the terminal is shown as an escape.
final class LogCleaner: Sendable {
    private let partial = Mutex<[UInt8]>([])
    private static let longestLine = 64 << 10

    /// The lines that are whole by now.
    func clean(_ bytes: [UInt8]) -> String {
        let whole = partial.withLock { partial -> [UInt8] in
            partial += bytes
            guard let end = partial.lastIndex(of: 0x0a) ?? (partial.count > Self.longestLine ? partial.count - 1 : nil)
            else { return [] }
            let whole = Array(partial[...end])
            partial.removeSubrange(...end)
            return whole
        }
        return whole.isEmpty ? "" : Self.text(whole)
    }

    /// What has come of a last line that never ended.
    func rest() -> String {
        let bytes = partial.withLock { partial in
            defer { partial = [] }
            return partial
        }
        return bytes.isEmpty ? "" : Self.text(bytes + [0x0a])
    }

    private static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
        if bytes.last == 0x0a { lines.removeLast() }
        for line in lines {
            let plain = String(decoding: line, as: UTF8.self)
                .replacing(/\u{1b}\[[0-9;?]*[A-Za-z]|\u{1b}[()][A-Z0-9]|\r/, with: "")
            text += HostileText.sanitised(plain) + "\n"
        }
        return text
    }
}
