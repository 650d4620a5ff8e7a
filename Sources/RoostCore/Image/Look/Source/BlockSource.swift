import NIOCore

/// The bytes of a disk image, wherever it lies, as they are stored.
protocol BlockSource: Sendable {
    /// In bytes.
    var size: UInt64 { get }

    /// - Parameters:
    ///   - offset: in bytes, inside the image.
    ///   - count: in bytes; what lies behind the end is left out.
    func read(at offset: UInt64, count: Int) async throws -> ByteBuffer
}
