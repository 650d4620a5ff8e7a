package import NIOCore

/// What is said over a ``RawClient``.
package struct RawConnection {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    package let outbound: RawWriter
    private var waiting = ByteBuffer()

    package init(
        inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        outbound: RawWriter
    ) {
        self.inbound = inbound
        self.outbound = outbound
    }

    package func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    package func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// The next bytes.
    /// - Returns: nil when the other side hung up before they were there.
    package mutating func read(_ count: Int) async throws -> [UInt8]? {
        while waiting.readableBytes < count {
            guard let more = try await inbound.next() else { return nil }
            waiting.writeImmutableBuffer(more)
        }
        defer { waiting.discardReadBytes() }
        return waiting.readBytes(length: count)
    }

    /// A head of HTTP, up to and without its empty line.
    package mutating func readHead() async throws -> String? {
        var text: [UInt8] = []
        while let byte = try await read(1) {
            text += byte
            if text.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) {
                return String(decoding: text.dropLast(4), as: UTF8.self)
            }
        }
        return nil
    }

    /// An answer of HTTP with a Content-Length.
    package mutating func readAnswer() async throws -> (head: String, body: String)? {
        guard let head = try await readHead() else { return nil }
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
        let length = line.flatMap { Int($0.split(separator: ":")[1].drop { $0 == " " }) } ?? 0
        return (head, String(decoding: try await read(length) ?? [], as: UTF8.self))
    }

    /// Everything until the other side hangs up.
    package mutating func readToEnd() async throws -> [UInt8] {
        var all = waiting.readBytes(length: waiting.readableBytes) ?? []
        while let more = try await inbound.next() { all += more.readableBytesView }
        return all
    }

    /// A frame of the server's, which never has a mask.
    package mutating func readFrame() async throws -> RawFrame? {
        guard let head = try await read(2) else { return nil }
        var length = Int(head[1])
        if length == 126 || length == 127 {
            guard let bytes = try await read(length == 126 ? 2 : 8) else { return nil }
            length = bytes.reduce(0) { $0 << 8 | Int($1) }
        }
        guard let bytes = try await read(length) else { return nil }
        return RawFrame(first: head[0], bytes: bytes)
    }

    /// The next frame that is no question for a sign of life; those are answered.
    package mutating func nextFrame() async throws -> RawFrame? {
        while let frame = try await readFrame() {
            guard frame.first == 0x89 else { return frame }
            try await send(RawFrame(first: 0x8a, bytes: frame.bytes).wire)
        }
        return nil
    }

    /// That many bytes of binary messages, however they are cut.
    package mutating func readBinary(_ count: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count, let frame = try await readFrame() {
            guard frame.first == 0x82 else { continue }
            bytes += frame.bytes
        }
        return bytes
    }
}
