internal import CZlib

/// Makes text smaller, in the format of gzip (RFC 1952).
public enum Gzip {
    /// - Parameter level: 1 (quick) to 9 (small).
    /// - Returns: nil where there is no memory for it, or it is more than 4 GiB.
    public static func compressed(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
        guard bytes.count < 1 << 32 else { return nil }
        var size = compressBound(UInt(bytes.count))
        var isDone = false
        // zlib's own format is the same stream in another wrapping: two bytes before it and four behind.
        let wrapped = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            let status = unsafe bytes.withUnsafeBufferPointer { source in
                unsafe compress2(buffer.baseAddress, &size, source.baseAddress, UInt(source.count), level)
            }
            isDone = status == Z_OK
            count = isDone ? Int(size) : 0
        }
        guard isDone, wrapped.count >= 6 else { return nil }
        let sum = unsafe bytes.withUnsafeBufferPointer { unsafe crc32_z(0, $0.baseAddress, $0.count) }
        // Deflate, no name, no time, an unknown system.
        var result: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
        result.reserveCapacity(wrapped.count + 12)
        result += wrapped[2..<(wrapped.count - 4)]
        for number in [UInt32(truncatingIfNeeded: sum), UInt32(bytes.count)] {
            result += (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return result
    }
}
