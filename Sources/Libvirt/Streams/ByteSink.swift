/// Where the bytes of a download go.
///
/// A sink is used by one thread at a time, and may block it.
public protocol ByteSink: SendableMetatype {
    /// Takes the next bytes.
    mutating func write(_ bytes: Span<UInt8>) throws

    /// Takes a run of zeroes that needs no room.
    ///
    /// - Parameter length: in bytes, at least one.
    mutating func writeHole(_ length: Int64) throws

    /// Called once after the last byte arrived, and only then. A trailing hole must count for the size from here on.
    mutating func finish() throws
}
