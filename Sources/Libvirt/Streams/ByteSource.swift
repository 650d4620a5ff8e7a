/// Where the bytes of an upload come from.
///
/// A source is used by one thread at a time, and may block it.
public protocol ByteSource: SendableMetatype {
    /// Goes on to the next bytes: copies data to the start of `buffer`, or steps over a hole.
    ///
    /// - Parameter buffer: never empty; its size is the most that one call may yield as data.
    mutating func next(into buffer: inout MutableSpan<UInt8>) throws -> ByteRun
}
