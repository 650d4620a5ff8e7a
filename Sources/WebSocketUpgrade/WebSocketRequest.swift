public import HTTPTypes
public import NIOCore

/// A client that asks for a WebSocket.
public struct WebSocketRequest: Sendable {
    /// Its method, path and headers.
    public let head: HTTPRequest
    /// What it offers in `Sec-WebSocket-Protocol`, in its order.
    public let subprotocols: [String]
    /// Where it comes from.
    public let remoteAddress: SocketAddress?

    public init(head: HTTPRequest, subprotocols: [String], remoteAddress: SocketAddress?) {
        self.head = head
        self.subprotocols = subprotocols
        self.remoteAddress = remoteAddress
    }
}
