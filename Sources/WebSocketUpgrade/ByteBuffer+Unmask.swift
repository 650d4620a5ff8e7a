import NIOCore
import NIOWebSocket

extension ByteBuffer {
    /// Takes a client's mask off the readable bytes, eight at a time.
    mutating func unmask(with key: WebSocketMaskingKey) {
        let four = key.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard four != 0 else { return }
        let eight = UInt64(four) << 32 | UInt64(four)
        var index = readerIndex
        while index + 8 <= writerIndex, let word = getInteger(at: index, as: UInt64.self) {
            setInteger(word ^ eight, at: index)
            index += 8
        }
        for (byte, mask) in zip(getBytes(at: index, length: writerIndex - index) ?? [], Array(key) + Array(key)) {
            setInteger(byte ^ mask, at: index)
            index += 1
        }
    }
}
