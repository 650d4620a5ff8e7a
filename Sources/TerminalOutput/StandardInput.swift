/// Answers typed on standard input.
public struct StandardInput: ConfirmationInput {
    public init() {}

    public var isTerminal: Bool { SystemCalls.isTerminal(0) }

    /// A line that is not shown while it is typed, as a password. Nil at the end of input, and when the task is cancelled.
    /// - Parameter prompt: written to the terminal once nothing is shown any more: who types at once may see it.
    /// - Throws: ``TerminalMode/Refused`` where the terminal would show it, or what `prompt` throws.
    public func readSecretLine(prompt: () throws -> Void) throws -> String? {
        guard isTerminal else { return readLine() }
        try TerminalMode.change(to: .hidden)
        defer { TerminalMode.restore() }
        try prompt()
        let line = readLine()
        // The newline that was typed was not shown either.
        try? StreamOutput.standardError.write("\n")
        try? StreamOutput.standardError.flush()
        return line
    }

    /// Cut after 1,024 bytes.
    public func readLine() -> String? { SystemCalls.readLine(from: 0, limit: 1024) }
}
