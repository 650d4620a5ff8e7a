/// A piece of what came in over a `DuplexStream`.
public struct StreamChunk: Hashable, Sendable {
    /// The bytes, in order.
    public let bytes: [UInt8]
    /// Number of bytes that were dropped just before these, because the consumer was too slow.
    public let lost: Int

    public init(bytes: [UInt8], lost: Int = 0) {
        self.bytes = bytes
        self.lost = lost
    }
}
