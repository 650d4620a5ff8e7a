import Synchronization

/// Buffered output to a file descriptor. Safe to use from several threads; each `write` stays in one piece.
public final class StreamOutput: TextOutput {
    public let isTerminal: Bool
    private let descriptor: Int32
    private let buffer = Mutex<[UInt8]>([])

    private static let capacity = 64 << 10

    /// Buffered until 64 KiB are full or `flush()` is called.
    public static let standardOutput = StreamOutput(descriptor: 1)

    /// Flush it after every message: nothing else will.
    public static let standardError = StreamOutput(descriptor: 2)

    /// The descriptor stays the caller's and must be open as long as this is used.
    public init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = SystemCalls.isTerminal(descriptor)
    }

    /// 80 where the terminal does not know.
    public var columns: Int? { isTerminal ? SystemCalls.columns(descriptor) ?? 80 : nil }

    public func write(_ text: String) throws(OutputError) {
        try buffer.withLock { (buffer) throws(OutputError) in
            buffer.append(contentsOf: text.utf8)
            if buffer.count >= Self.capacity { try Self.drain(&buffer, to: descriptor) }
        }
    }

    /// Writes bytes as they are, such as a picture or what a guest prints.
    public func write(bytes: [UInt8]) throws(OutputError) {
        try buffer.withLock { (buffer) throws(OutputError) in
            buffer.append(contentsOf: bytes)
            if buffer.count >= Self.capacity { try Self.drain(&buffer, to: descriptor) }
        }
    }

    public func flush() throws(OutputError) {
        try buffer.withLock { (buffer) throws(OutputError) in try Self.drain(&buffer, to: descriptor) }
    }

    /// What could not be written is dropped: a second attempt would fail too, and could print half a line.
    private static func drain(_ buffer: inout [UInt8], to descriptor: Int32) throws(OutputError) {
        let bytes = buffer
        buffer = []
        try SystemCalls.write(bytes, to: descriptor)
    }
}
