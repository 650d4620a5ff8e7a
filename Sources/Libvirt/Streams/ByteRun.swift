/// What a `ByteSource` yields: a run of data, a run of zeroes that takes no room, or nothing more.
public enum ByteRun: Hashable, Sendable {
    /// This many bytes, at least one, were put at the start of the buffer.
    case data(Int)
    /// This many bytes, at least one, read as zero and need not be sent.
    case hole(Int64)
    /// Nothing is left.
    case end
}
