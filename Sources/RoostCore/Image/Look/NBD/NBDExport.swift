import NIOCore

/// One image as QEMU's reader in the sandbox gets it.
struct NBDExport: Sendable {
    let name: String
    let source: any BlockSource

    /// Whole sectors: QEMU reads no half ones. What is behind the end reads as zeroes.
    var size: UInt64 { (source.size + 511) & ~511 }

    func read(at offset: UInt64, count: Int) async throws -> ByteBuffer {
        var bytes = ByteBuffer()
        if offset < source.size {
            bytes = try await source.read(at: offset, count: Int(min(UInt64(count), source.size - offset)))
        }
        if bytes.readableBytes < count { bytes.writeRepeatingByte(0, count: count - bytes.readableBytes) }
        return bytes
    }
}
