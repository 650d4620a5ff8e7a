import NIOCore
import NIOWebSocket

extension ByteBuffer {
    /// Takes a client's mask off the readable bytes, eight at a time.
    ///
    /// Safety: every load and store is within the readable bytes, which this buffer alone has while the closure runs. By the
    /// buffer's own integers it takes five times as long: each asks anew whether it may.
    mutating func unmask(with key: WebSocketMaskingKey) {
        let four = key.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard four != 0 else { return }
        let eight = (UInt64(four) << 32 | UInt64(four)).bigEndian
        unsafe withUnsafeMutableReadableBytes { bytes in
            var offset = 0
            while offset + 8 <= bytes.count {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                unsafe bytes.storeBytes(of: word ^ eight, toByteOffset: offset, as: UInt64.self)
                offset += 8
            }
            while offset < bytes.count {
                unsafe bytes[offset] ^= UInt8(truncatingIfNeeded: four >> UInt32(24 - offset % 4 * 8))
                offset += 1
            }
        }
    }
}
