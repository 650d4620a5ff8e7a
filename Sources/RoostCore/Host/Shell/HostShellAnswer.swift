/// How a script on a host ended, and what it wrote.
public struct HostShellAnswer: Hashable, Sendable {
    /// Its exit status; 128 and the signal's number for one that was killed.
    public let status: Int32
    /// What it wrote to its standard output, at most 256 KiB; what a login's own files print is not in it.
    public let output: String
    /// What it wrote to its standard error.
    public let errors: String

    public var succeeded: Bool { status == 0 }

    /// The last line that it wrote to its standard error, which most programs end with the reason; nil where there is none.
    public var lastError: String? {
        errors.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
    }
}
