import NIOCore
import NIOWebSocket

/// Reads what a client says when it goes.
enum FarewellReader {
    /// - Returns: what the server answers.
    /// - Throws: ``WebSocketFault`` for what is no goodbye.
    static func read(_ frame: WebSocketFrame) throws(WebSocketFault) -> WebSocketClose {
        guard let key = frame.maskKey else { throw WebSocketFault(.protocolError("a frame without a mask")) }
        var bytes = frame.data
        bytes.unmask(with: key)
        if bytes.readableBytes == 0 { return .normal }
        guard let code = bytes.readInteger(as: UInt16.self), WebSocketClose(code).isSendable else {
            throw WebSocketFault(.protocolError("a goodbye that is none"))
        }
        do {
            _ = try bytes.readUTF8ValidatedString(length: bytes.readableBytes)
        } catch {
            throw WebSocketFault(.notText)
        }
        return WebSocketClose(code)
    }
}
