/// Somewhere to print: a stream, or a test's memory.
public protocol TextOutput: Sendable {
    /// Whether a person sees it at once.
    var isTerminal: Bool { get }

    /// The terminal's present width, nil when it is no terminal. Asked anew each time, for windows are resized.
    var columns: Int? { get }

    func write(_ text: String) throws(OutputError)

    /// Passes on what is still held back.
    func flush() throws(OutputError)
}
