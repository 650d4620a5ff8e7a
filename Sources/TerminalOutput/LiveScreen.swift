/// A screen that is drawn again and again in place, on a terminal's alternate screen.
///
/// A picture is written in one piece, each line over the old one and cleared behind its end, so nothing flickers.
public struct LiveScreen: Sendable {
    private let output: any TextOutput

    /// Opens the alternate screen, hides the cursor, and has the terminal cut lines that are too long.
    public static let opening = "\u{1b}[?1049h\u{1b}[?25l\u{1b}[?7l"
    /// Goes back to what was there before.
    public static let closing = "\u{1b}[?7h\u{1b}[?25h\u{1b}[?1049l"

    public init(output: any TextOutput) { self.output = output }

    /// Columns and rows of standard output's window; nil where it is no terminal.
    public static var windowSize: (columns: Int, rows: Int)? { TerminalModeCalls.size(1) }

    public func open() throws(OutputError) {
        try output.write(Self.opening)
        try output.flush()
    }

    /// - Parameter lines: safe to print; those that do not fit below are left out.
    public func draw(_ lines: [String], rows: Int) throws(OutputError) {
        // The last line gets no newline, which would scroll the first one away.
        let body = lines.prefix(rows).joined(separator: "\u{1b}[K\r\n")
        try output.write("\u{1b}[?2026h\u{1b}[H" + body + "\u{1b}[K\u{1b}[J\u{1b}[?2026l")
        try output.flush()
    }
}
