import NIOCore

/// How one side says goodbye: RFC 6455, section 7.4.
public struct WebSocketClose: Hashable, Sendable {
    /// 1000…4999; those from 4000 on are the application's own.
    public let code: UInt16
    /// For people; at most 123 bytes, what is longer is cut.
    public let reason: String

    private static let longestReason = 123

    public init(_ code: UInt16, _ reason: String = "") {
        self.code = code
        var length = 0
        // Cut between characters: half of one would not be UTF-8.
        self.reason = String(
            reason.prefix { character in
                length += character.utf8.count
                return length <= Self.longestReason
            })
    }

    public static let normal = WebSocketClose(1000)
    public static let goingAway = WebSocketClose(1001, "the server is stopping")

    static func protocolError(_ why: String) -> WebSocketClose { WebSocketClose(1002, why) }
    static let notText = WebSocketClose(1007, "text that is not UTF-8")
    static let tooLarge = WebSocketClose(1009, "too large")
    static let unacceptable = WebSocketClose(1003, "only binary messages are taken here")

    var payload: ByteBuffer {
        var bytes = ByteBuffer(integer: code)
        bytes.writeString(reason)
        return bytes
    }

    /// Whether a client may send it.
    var isSendable: Bool {
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}
