import Glibc
import NIOCore

/// One client of the server of images: the handshake ("fixed newstyle"), then reads. Whoever is in the sandbox may be the
/// image's creature: it can read the exports and nothing else, and anything unexpected ends the connection.
struct NBDSession {
    struct Violation: Error {}

    private var input: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let output: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private let exports: [NBDExport]
    private let failed: @Sendable (any Error) -> Void
    private var buffer = ByteBuffer()

    private static let optionMagic: UInt64 = 0x4948_4156_454F_5054
    /// The longest read that is answered; QEMU's own limit.
    private static let longestRead: UInt32 = 32 << 20
    /// The longest option: a name and a few numbers.
    private static let longestOption: UInt32 = 4096
    private static let mostOptions = 64
    /// Has flags, read only, several connections see the same.
    private static let flags: UInt16 = 1 | 2 | 256

    /// - Parameter failed: told of a read that the image's place did not answer.
    init(
        input: NIOAsyncChannelInboundStream<ByteBuffer>, output: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        exports: [NBDExport], failed: @escaping @Sendable (any Error) -> Void
    ) {
        self.input = input.makeAsyncIterator()
        self.output = output
        self.exports = exports
        self.failed = failed
    }

    mutating func run() async throws {
        guard let export = try await handshake() else { return }
        while try await answer(export) {}
    }

    /// - Returns: nil when the client has gone.
    private mutating func handshake() async throws -> NBDExport? {
        var hello = ByteBuffer(string: "NBDMAGIC")
        hello.writeInteger(Self.optionMagic)
        hello.writeInteger(UInt16(3))
        try await output.write(hello)
        guard var flags = try await take(4), let flags = flags.readInteger(as: UInt32.self) else { return nil }
        for _ in 0..<Self.mostOptions {
            guard var head = try await take(16), head.readInteger(as: UInt64.self) == Self.optionMagic,
                let option = head.readInteger(as: UInt32.self), let length = head.readInteger(as: UInt32.self),
                length <= Self.longestOption, var data = try await take(Int(length))
            else { return nil }
            switch option {
            case 1:
                guard let export = exports.first(where: { $0.name == String(buffer: data) }) else { return nil }
                var reply = ByteBuffer(integer: export.size)
                reply.writeInteger(Self.flags)
                if flags & 2 == 0 { reply.writeRepeatingByte(0, count: 124) }
                try await output.write(reply)
                return export
            case 2:
                try await reply(to: option, type: 1)
                return nil
            case 6, 7:
                guard let length = data.readInteger(as: UInt32.self), let name = data.readString(length: Int(length)),
                    let export = exports.first(where: { $0.name == name })
                else {
                    try await reply(to: option, type: 0x8000_0006)
                    continue
                }
                var facts = ByteBuffer(integer: UInt16(0))
                facts.writeInteger(export.size)
                facts.writeInteger(Self.flags)
                try await reply(to: option, type: 3, facts)
                try await reply(to: option, type: 1)
                if option == 7 { return export }
            default:
                try await reply(to: option, type: 0x8000_0001)
            }
        }
        throw Violation()
    }

    private func reply(to option: UInt32, type: UInt32, _ data: ByteBuffer = ByteBuffer()) async throws {
        var reply = ByteBuffer(integer: UInt64(0x3_E889_0455_65A9))
        reply.writeInteger(option)
        reply.writeInteger(type)
        reply.writeInteger(UInt32(data.readableBytes))
        reply.writeImmutableBuffer(data)
        try await output.write(reply)
    }

    /// - Returns: false when the client has gone.
    private mutating func answer(_ export: NBDExport) async throws -> Bool {
        guard var head = try await take(28) else { return false }
        guard head.readInteger(as: UInt32.self) == 0x2560_9513, head.readInteger(as: UInt16.self) != nil,
            let command = head.readInteger(as: UInt16.self), let handle = head.readInteger(as: UInt64.self),
            let offset = head.readInteger(as: UInt64.self), let length = head.readInteger(as: UInt32.self)
        else { throw Violation() }
        var (problem, data) = (UInt32(0), ByteBuffer())
        switch command {
        case 0:
            guard length <= Self.longestRead, offset <= export.size, UInt64(length) <= export.size - offset else {
                problem = UInt32(EINVAL)
                break
            }
            do {
                data = try await export.read(at: offset, count: Int(length))
            } catch {
                failed(error)
                problem = UInt32(EIO)
            }
        case 2: return false
        case 3: break
        // A write brings bytes that nobody wants: there is nothing to go on with.
        default: throw Violation()
        }
        var reply = ByteBuffer(integer: UInt32(0x6744_6698))
        reply.writeInteger(problem)
        reply.writeInteger(handle)
        reply.writeImmutableBuffer(data)
        try await output.write(reply)
        return true
    }

    /// - Returns: nil where the input ends before.
    private mutating func take(_ count: Int) async throws -> ByteBuffer? {
        while buffer.readableBytes < count {
            guard var more = try await input.next() else { return nil }
            buffer.writeBuffer(&more)
        }
        let taken = buffer.readSlice(length: count)
        buffer.discardReadBytes()
        return taken
    }
}
