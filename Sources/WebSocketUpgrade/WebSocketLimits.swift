/// How much one WebSocket may ask of the server.
public struct WebSocketLimits: Hashable, Sendable {
    /// The largest frame that is taken from a client, in bytes.
    public var largestFrame: Int
    /// How much may wait to be sent to a slow client before the source is read no further, in bytes.
    public var highWaterMark: Int

    public init(largestFrame: Int = 256 * 1024, highWaterMark: Int = 512 * 1024) {
        self.largestFrame = largestFrame
        self.highWaterMark = highWaterMark
    }
}
