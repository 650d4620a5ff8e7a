/// Prints whole lines on a terminal in raw mode, where a newline alone would not go back to the first column.
public struct RawModeOutput: TextOutput {
    private let output: any TextOutput

    public init(_ output: any TextOutput) { self.output = output }

    public var isTerminal: Bool { output.isTerminal }
    public var columns: Int? { output.columns }

    /// The cursor may be anywhere on a line that a guest has begun, so the text starts on a line of its own.
    public func write(_ text: String) throws(OutputError) {
        try output.write("\r\n" + text.replacing("\n", with: "\r\n"))
    }

    public func flush() throws(OutputError) { try output.flush() }
}
