/// What becomes of a client that asks for a WebSocket.
public enum WebSocketDecision: Sendable {
    /// It is given one, which lives as long as `handler` runs. `handler` is cancelled when the client goes.
    case accept(subprotocol: String?, handler: @Sendable (WebSocket) async -> Void)
    case refuse(WebSocketRefusal)
}
