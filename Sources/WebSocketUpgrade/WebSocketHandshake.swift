import Crypto
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// A request to make a connection a WebSocket: RFC 6455, section 4.2.
struct WebSocketHandshake {
    private let head: HTTPRequestHead

    init(_ head: HTTPRequestHead) { self.head = head }

    /// What is wrong with a request.
    struct Problem: Error {
        let refusal: WebSocketRefusal
    }

    /// Whether it is one at all, well or badly made.
    static func isAskedFor(by head: HTTPRequestHead) -> Bool {
        head.headers[canonicalForm: "Upgrade"].contains { $0.lowercased() == "websocket" }
            && head.headers[canonicalForm: "Connection"].contains { $0.lowercased() == "upgrade" }
    }

    func request(from address: SocketAddress?) throws(Problem) -> WebSocketRequest {
        guard head.method == .GET, head.version == .http1_1 else {
            throw Problem(refusal: WebSocketRefusal(.badRequest, "A WebSocket is asked for by GET and HTTP/1.1."))
        }
        guard head.headers["Sec-WebSocket-Version"] == ["13"] else {
            throw Problem(refusal: WebSocketRefusal(.upgradeRequired, "Only version 13 of WebSocket is known here."))
        }
        let keys = head.headers["Sec-WebSocket-Key"]
        guard keys.count == 1, Data(base64Encoded: keys[0])?.count == 16 else {
            throw Problem(refusal: WebSocketRefusal(.badRequest, "Sec-WebSocket-Key is not 16 bytes in base64."))
        }
        do {
            return WebSocketRequest(
                head: try HTTPRequest(head, secure: false, splitCookie: false), subprotocols: subprotocols,
                remoteAddress: address)
        } catch {
            throw Problem(refusal: WebSocketRefusal(.badRequest, "The request is malformed."))
        }
    }

    private var subprotocols: [String] { head.headers[canonicalForm: "Sec-WebSocket-Protocol"].map(String.init) }

    func answer(subprotocol: String?) -> HTTPHeaders {
        var headers = HTTPHeaders([
            ("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", accept),
        ])
        if let subprotocol { headers.add(name: "Sec-WebSocket-Protocol", value: subprotocol) }
        return headers
    }

    /// Proves that this side has understood what it was asked for. No secret depends on SHA-1 here.
    private var accept: String {
        let text = (head.headers.first(name: "Sec-WebSocket-Key") ?? "") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        return Data(Insecure.SHA1.hash(data: Data(text.utf8))).base64EncodedString()
    }
}
