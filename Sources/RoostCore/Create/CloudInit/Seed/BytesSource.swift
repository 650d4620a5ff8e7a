import Libvirt

/// An upload of bytes that are in memory.
struct BytesSource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next(into buffer: inout MutableSpan<UInt8>) -> ByteRun {
        let count = min(buffer.count, bytes.count - position)
        guard count > 0 else { return .end }
        for index in 0..<count { buffer[index] = bytes[position + index] }
        position += count
        return .data(count)
    }
}
