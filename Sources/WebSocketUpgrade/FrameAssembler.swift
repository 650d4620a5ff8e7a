import NIOCore
import NIOWebSocket

/// Makes messages of a client's data frames.
struct FrameAssembler {
    private let largest: Int
    /// What the message is that has begun; nil between messages.
    private var begun: WebSocketOpcode?
    private var fragments = ByteBuffer()

    init(largest: Int) { self.largest = largest }

    /// - Returns: the message, when the frame was its last.
    /// - Throws: ``WebSocketFault`` for what no client may send.
    mutating func add(_ frame: WebSocketFrame) throws(WebSocketFault) -> WebSocketMessage? {
        let (opcode, bytes) = try part(frame)
        if frame.fin, fragments.readableBytes == 0 { return try message(opcode, bytes) }
        guard fragments.readableBytes + bytes.readableBytes <= largest else { throw WebSocketFault(.tooLarge) }
        fragments.writeImmutableBuffer(bytes)
        guard frame.fin else { return nil }
        let whole = fragments
        fragments = ByteBuffer()
        return try message(opcode, whole)
    }

    /// One frame of a binary message, without waiting for the others.
    /// - Throws: ``WebSocketFault`` for what no client may send, and for text.
    mutating func passOn(_ frame: WebSocketFrame) throws(WebSocketFault) -> ByteBuffer {
        let (opcode, bytes) = try part(frame)
        guard opcode == .binary else { throw WebSocketFault(.unacceptable) }
        return bytes
    }

    /// What has come of a message that is not whole yet.
    mutating func takeFragments() -> ByteBuffer {
        defer { fragments = ByteBuffer() }
        return fragments
    }

    /// - Returns: what the frame's message is, and its bytes without the mask.
    private mutating func part(_ frame: WebSocketFrame) throws(WebSocketFault) -> (WebSocketOpcode, ByteBuffer) {
        guard let key = frame.maskKey else { throw WebSocketFault(.protocolError("a frame without a mask")) }
        let opcode: WebSocketOpcode
        switch (frame.opcode, begun) {
        case (.continuation, let first?): opcode = first
        case (.text, nil), (.binary, nil): opcode = frame.opcode
        case (.continuation, nil): throw WebSocketFault(.protocolError("the rest of a message that was not begun"))
        case (.text, _), (.binary, _): throw WebSocketFault(.protocolError("a message inside another"))
        default: throw WebSocketFault(.protocolError("an unknown kind of frame"))
        }
        begun = frame.fin ? nil : opcode
        var bytes = frame.data
        bytes.unmask(with: key)
        return (opcode, bytes)
    }

    private func message(_ opcode: WebSocketOpcode, _ bytes: ByteBuffer) throws(WebSocketFault) -> WebSocketMessage {
        guard opcode == .text else { return .binary(bytes) }
        var bytes = bytes
        do {
            return .text(try bytes.readUTF8ValidatedString(length: bytes.readableBytes) ?? "")
        } catch {
            throw WebSocketFault(.notText)
        }
    }
}
