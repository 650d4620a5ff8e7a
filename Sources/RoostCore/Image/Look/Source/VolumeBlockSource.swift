import Libvirt
import NIOCore
import Synchronization

/// A volume that only its host can read: fetched piece by piece over the connection, and kept for a while.
///
/// A reader that goes on where it was gets larger pieces, so that distance costs less.
actor VolumeBlockSource: BlockSource {
    let size: UInt64
    private let volume: StorageVolume
    private var pieces: [UInt64: ByteBuffer] = [:]
    /// The numbers of the kept pieces, oldest first.
    private var order: [UInt64] = []
    private var fetching: [UInt64: Task<ByteBuffer, any Error>] = [:]

    /// In bytes.
    static let piece: UInt64 = 256 << 10
    /// Pieces of one fetch for a reader that goes on.
    private static let ahead: UInt64 = 8
    /// Pieces that are kept: 64 MiB.
    private static let kept = 256

    /// - Parameter size: the volume's physical length, in bytes.
    init(volume: StorageVolume, size: UInt64) {
        self.volume = volume
        self.size = size
    }

    func read(at offset: UInt64, count: Int) async throws -> ByteBuffer {
        let end = min(size, offset.addingReportingOverflow(UInt64(count)).partialValue)
        var result = ByteBuffer()
        var position = offset
        while position < end {
            let number = position / Self.piece
            let bytes = try await piece(number)
            let start = Int(position - number * Self.piece)
            let wanted = min(Int(end - position), bytes.readableBytes - start)
            guard wanted > 0, var part = bytes.getSlice(at: bytes.readerIndex + start, length: wanted) else { break }
            result.writeBuffer(&part)
            position += UInt64(wanted)
        }
        return result
    }

    private func piece(_ number: UInt64) async throws -> ByteBuffer {
        if let known = pieces[number] { return known }
        if let task = fetching[number] { return try await task.value }
        let count = pieces[number &- 1] == nil ? 1 : Self.ahead
        let (volume, size) = (volume, size)
        let task = Task {
            let start = number * Self.piece
            return try await Self.fetch(volume, at: start, count: min(count * Self.piece, size - start))
        }
        fetching[number] = task
        defer { fetching[number] = nil }
        var bytes = try await task.value
        var current = number
        var first = ByteBuffer()
        while let part = bytes.readSlice(length: min(Int(Self.piece), bytes.readableBytes)), part.readableBytes > 0 {
            if current == number { first = part }
            keep(part, as: current)
            current += 1
        }
        return first
    }

    private func keep(_ bytes: ByteBuffer, as number: UInt64) {
        if pieces.updateValue(bytes, forKey: number) == nil { order.append(number) }
        while order.count > Self.kept { pieces[order.removeFirst()] = nil }
    }

    private static func fetch(_ volume: StorageVolume, at offset: UInt64, count: UInt64) async throws -> ByteBuffer {
        let sink = BufferSink()
        try await volume.download(into: sink, offset: offset, length: count, sparse: false)
        return sink.bytes
    }
}

/// Keeps a piece of a download.
private final class BufferSink: ByteSink, Sendable {
    private let kept = Mutex(ByteBuffer())

    var bytes: ByteBuffer { kept.withLock { $0 } }

    func write(_ bytes: Span<UInt8>) {
        var part: [UInt8] = []
        part.reserveCapacity(bytes.count)
        for index in bytes.indices { part.append(bytes[index]) }
        kept.withLock { _ = $0.writeBytes(part) }
    }

    func writeHole(_ length: Int64) { kept.withLock { _ = $0.writeRepeatingByte(0, count: Int(length)) } }

    func finish() {}
}
