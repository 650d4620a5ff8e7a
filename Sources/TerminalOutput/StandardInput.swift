/// Answers typed on standard input.
public struct StandardInput: ConfirmationInput {
    public init() {}

    public var isTerminal: Bool { SystemCalls.isTerminal(0) }

    /// A line that is not shown while it is typed, as a password. Nil at the end of input, and when the task is cancelled.
    /// - Throws: ``TerminalMode/Refused`` where the terminal would show it.
    public func readSecretLine() throws(TerminalMode.Refused) -> String? {
        guard isTerminal else { return readLine() }
        try TerminalMode.change(to: .hidden)
        defer { TerminalMode.restore() }
        let line = readLine()
        // The newline that was typed was not shown either.
        try? StreamOutput.standardError.write("\n")
        try? StreamOutput.standardError.flush()
        return line
    }

    /// Cut after 1,024 bytes.
    public func readLine() -> String? { SystemCalls.readLine(from: 0, limit: 1024) }
}
