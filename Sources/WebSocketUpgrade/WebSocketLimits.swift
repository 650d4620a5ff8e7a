/// How much, and for how long, one WebSocket may ask of the server.
public struct WebSocketLimits: Hashable, Sendable {
    /// The largest frame that is taken from a client, in bytes.
    public var largestFrame: Int
    /// The largest message, put together of fragments, in bytes.
    public var largestMessage: Int
    /// How much of what a client has sent may wait for its reader before the client is read no further, in bytes.
    public var unread: Int
    /// How much may wait to be sent to a slow client before the source is read no further, in bytes.
    public var highWaterMark: Int
    /// A client that was silent for this long is asked for a sign of life. One that gives none for twice as long is let go.
    public var pingInterval: Duration
    /// How long a client has to answer the server's goodbye.
    public var closePatience: Duration

    public init(
        largestFrame: Int = 256 * 1024, largestMessage: Int = 1024 * 1024, unread: Int = 256 * 1024,
        highWaterMark: Int = 512 * 1024, pingInterval: Duration = .seconds(30), closePatience: Duration = .seconds(3)
    ) {
        self.largestFrame = largestFrame
        self.largestMessage = largestMessage
        self.unread = unread
        self.highWaterMark = highWaterMark
        self.pingInterval = pingInterval
        self.closePatience = closePatience
    }
}
