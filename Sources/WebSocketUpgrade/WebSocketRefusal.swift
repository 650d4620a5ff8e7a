public import HTTPTypes
public import NIOCore

/// The answer to a client that is given no WebSocket.
public struct WebSocketRefusal: Sendable {
    public let status: HTTPResponse.Status
    public let contentType: String
    public let body: ByteBuffer

    public init(_ status: HTTPResponse.Status, contentType: String = "text/plain; charset=utf-8", body: ByteBuffer) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    public init(_ status: HTTPResponse.Status, _ text: String) {
        self.init(status, body: ByteBuffer(string: text + "\n"))
    }
}
