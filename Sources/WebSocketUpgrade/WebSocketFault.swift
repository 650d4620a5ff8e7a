/// What a client did that ends its WebSocket.
struct WebSocketFault: Error {
    let close: WebSocketClose

    init(_ close: WebSocketClose) { self.close = close }
}
