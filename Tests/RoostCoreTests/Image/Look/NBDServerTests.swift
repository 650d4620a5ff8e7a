import NIOCore
import NIOPosix
import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct NBDServerTests {
    private struct Bytes: BlockSource {
        let bytes: [UInt8]
        var size: UInt64 { UInt64(bytes.count) }

        func read(at offset: UInt64, count: Int) async throws -> ByteBuffer {
            ByteBuffer(bytes: bytes.dropFirst(Int(offset)).prefix(count))
        }
    }

    private static let optionMagic: UInt64 = 0x4948_4156_454F_5054

    private func go(_ name: String) -> ByteBuffer {
        var request = ByteBuffer(integer: Self.optionMagic)
        request.writeInteger(UInt32(7))
        request.writeInteger(UInt32(6 + name.utf8.count))
        request.writeInteger(UInt32(name.utf8.count))
        request.writeString(name)
        request.writeInteger(UInt16(0))
        return request
    }

    private func command(_ type: UInt16, at offset: UInt64, count: UInt32) -> ByteBuffer {
        var request = ByteBuffer(integer: UInt32(0x2560_9513))
        request.writeInteger(UInt16(0))
        request.writeInteger(type)
        request.writeInteger(UInt64(7))
        request.writeInteger(offset)
        request.writeInteger(count)
        return request
    }

    /// Says all of it at once and gives back all that is answered.
    private func talk(_ requests: [ByteBuffer], bytes: Int = 1000) async throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.path + "/nbd-\(UInt32.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let source = Bytes(bytes: (0..<bytes).map { UInt8(truncatingIfNeeded: $0 / 3) })
        let server = NBDServer(exports: [NBDExport(name: "d0l0", source: source)])
        return try await server.serving(at: path) {
            let client = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .channelOption(.allowRemoteHalfClosure, value: true)
                .connect(unixDomainSocketPath: path) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                            wrappingChannelSynchronously: channel,
                            configuration: .init(isOutboundHalfClosureEnabled: true))
                    }
                }
            return try await client.executeThenClose { input, output in
                try await output.write(ByteBuffer(integer: UInt32(3)))
                for request in requests { try await output.write(request) }
                output.finish()
                var answer: [UInt8] = []
                for try await part in input { answer += Array(buffer: part) }
                return answer
            }
        }
    }

    @Test func anExportIsReadInWholeSectors() async throws {
        let answer = try await talk([go("d0l0"), command(0, at: 990, count: 34), command(2, at: 0, count: 0)])
        let reply = answer.suffix(16 + 34)
        #expect(reply.prefix(4) == [0x67, 0x44, 0x66, 0x98])
        #expect(reply.dropFirst(4).prefix(4) == [0, 0, 0, 0])
        let content = Array(reply.suffix(34))
        #expect(content.prefix(10) == ArraySlice((990..<1000).map { UInt8(truncatingIfNeeded: $0 / 3) }))
        #expect(content.suffix(24).allSatisfy { $0 == 0 })
    }

    @Test func whatLiesOutsideIsRefused() async throws {
        for (offset, count) in [(UInt64(1024), UInt32(1)), (.max, 512), (0, .max)] {
            let answer = try await talk([go("d0l0"), command(0, at: offset, count: count), command(2, at: 0, count: 0)])
            #expect(answer.suffix(16).dropFirst(4).prefix(4) == [0, 0, 0, 22])
        }
    }

    @Test func anUnknownExportIsNotThere() async throws {
        let answer = try await talk([go("../../etc/passwd")])
        #expect(answer.count == 18 + 20)
        #expect(answer.suffix(8).prefix(4) == [0x80, 0, 0, 6])
    }

    @Test func aWriteEndsTheConnection() async throws {
        let handshake = try await talk([go("d0l0")]).count
        let answer = try await talk([go("d0l0"), command(1, at: 0, count: 4), ByteBuffer(string: "evil")])
        #expect(answer.count == handshake)
    }

    @Test func nonsenseEndsTheConnection() async throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<50 {
            let bytes = (0..<100).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(try await talk([ByteBuffer(bytes: bytes)]).count == 18)
        }
    }
}
