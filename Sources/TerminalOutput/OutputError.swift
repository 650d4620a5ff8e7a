/// Why output could not be written.
public enum OutputError: Error, Sendable, Hashable {
    /// The reader has gone, as in `roost list | head`. A command ends here without a word.
    case brokenPipe
    /// For example no space left on the device; the value is the system's error number.
    case failed(errno: Int32)
}

extension OutputError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .brokenPipe: "the output was closed"
        case .failed(let code): "cannot write the output: \(SystemCalls.message(errno: code))"
        }
    }
}
