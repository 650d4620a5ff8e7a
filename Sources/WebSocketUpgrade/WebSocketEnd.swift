/// Which side has ended a relay.
public enum WebSocketEnd: Hashable, Sendable {
    /// The client, or the way to it.
    case client
    /// What the WebSocket was connected to.
    case far
}
