/// The mode of the terminal that the program was started from, changed for a while.
///
/// It is put back by ``restore()``, at the process's end, and when the process crashes; only SIGKILL leaves it changed. A
/// process changes it once.
public enum TerminalMode {
    public enum Kind: Sendable, Hashable {
        /// Every key goes to the program as it is, Ctrl-C too, and output is not touched. Newlines must be written as `\r\n`.
        case raw
        /// Keys come at once and are not shown; Ctrl-C still interrupts.
        case keys
        /// What is typed is not shown; it comes line by line, and Ctrl-C interrupts.
        case hidden
    }

    /// Standard input is no terminal, or refuses.
    public struct Refused: Error, Sendable, Hashable, CustomStringConvertible {
        let errno: Int32

        public var description: String { "the terminal's mode cannot be changed: \(SystemCalls.message(errno: errno))" }
    }

    /// - Parameter farewell: what is written to standard output as the mode is put back, such as ``resetScreen``.
    public static func change(to kind: Kind, farewell: String = "") throws(Refused) {
        let number = TerminalModeCalls.change(to: kind, farewell: Array(farewell.utf8))
        guard number == 0 else { throw Refused(errno: number) }
    }

    /// Puts the mode back. Harmless when it was not changed, and when it is called again.
    public static func restore() { TerminalModeCalls.restore() }

    /// Takes back what a guest's programs may have done to the terminal: the alternate screen, mouse reports, bracketed paste,
    /// a hidden cursor, colours, character sets, scroll margins. Nothing on the screen moves or is cleared.
    ///
    /// 1047 and not 1049, which would also move the cursor to where it was saved some time ago.
    public static let resetScreen =
        "\u{1b}[?1047l\u{1b}7\u{1b}[r\u{1b}8"
        + ["1000", "1002", "1003", "1004", "1005", "1006", "1015", "2004", "2026", "1"]
        .map { "\u{1b}[?\($0)l" }.joined()
        + "\u{1b}[?7h\u{1b}[?25h\u{1b}[4l\u{1b}[>4m\u{1b}>\u{1b}(B\u{0f}\u{1b}[0m"
}
