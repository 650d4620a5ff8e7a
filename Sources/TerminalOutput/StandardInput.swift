/// Answers typed on standard input.
public struct StandardInput: ConfirmationInput {
    public init() {}

    public var isTerminal: Bool { SystemCalls.isTerminal(0) }

    /// Cut after 1,024 bytes.
    public func readLine() -> String? { SystemCalls.readLine(from: 0, limit: 1024) }
}
