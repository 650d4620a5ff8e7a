import NIOCore
import Testing
import WebSocketTesting
import WebSocketUpgrade

/// A WebSocket that is connected with something else, and how much waits on the way.
struct RelayTests {
    /// More than a slow reader's way may hold: the kernel's buffers of three sockets and the server's own.
    private static let flood = 256 << 20
    private static let mostOnTheWay = 64 << 20

    @Test func bytesGoBothWays() async throws {
        try await relaying { inbound, outbound in
            for try await bytes in inbound { try await outbound.write(bytes) }
        } _: { client in
            for length in [1, 1000, 70_000] {
                let frame = RawFrame.binary((0..<length).map { UInt8(truncatingIfNeeded: $0) })
                try await client.send(frame.wire)
                #expect(try await client.readBinary(length) == frame.bytes)
            }
            // Fragments go on as they come.
            try await client.send(RawFrame(first: 0x02, bytes: [1, 2]).wire)
            #expect(try await client.readBinary(2) == [1, 2])
            try await client.send(RawFrame(first: 0x80, bytes: [3]).wire)
            #expect(try await client.readBinary(1) == [3])
        }
    }

    @Test func textIsNotForARelay() async throws {
        try await relaying { inbound, _ in
            for try await _ in inbound {}
        } _: { client in
            try await client.send(RawFrame.text("hello").wire)
            #expect(try await client.readFrame()?.code == 1003)
        }
    }

    @Test func whatTheFarSideSaidLastArrivesBeforeTheGoodbye() async throws {
        try await relaying { _, outbound in
            try await outbound.write(ByteBuffer(repeating: 7, count: 300_000))
        } _: { (client: inout RawConnection) async throws in
            let bytes = try await client.readBinary(300_000)
            #expect(bytes == [UInt8](repeating: 7, count: 300_000))
            #expect(try await client.readFrame()?.code == 4321)
        }
    }

    @Test func aClientThatGoesEndsTheFarSide() async throws {
        let isEnded = Count()
        try await relaying { inbound, _ in
            for try await _ in inbound {}
            isEnded.add(1)
        } _: { client in
            try await client.send(RawFrame.close(1000).wire)
            #expect(try await client.readFrame()?.code == 1000)
            while isEnded.now == 0 { try await Task.sleep(for: .milliseconds(5)) }
        }
    }

    @Test func aSlowReaderHoldsTheFarSideUpAndNotTheMemory() async throws {
        let sent = Count()
        try await relaying { _, outbound in
            let piece = ByteBuffer(repeating: 1, count: 65_536)
            while sent.now < Self.flood {
                try await outbound.write(piece)
                sent.add(65_536)
            }
        } _: { client in
            let before = try await Self.standstill { sent.now }
            #expect(before > 0 && before < Self.mostOnTheWay)
            // Once it is read on, it goes on.
            #expect(try await client.readBinary(Self.mostOnTheWay).count >= Self.mostOnTheWay)
            #expect(sent.now > before)
        }
    }

    @Test func aFarSideThatTakesNothingHoldsTheClientUp() async throws {
        try await relaying { _, _ in
            try await Task.sleep(for: .seconds(3600))
        } _: { client in
            try await Self.expectStandstill(of: client)
        }
    }

    @Test(.timeLimit(.minutes(1))) func aFarSideThatTakesNothingIsLeftWithItsClient() async throws {
        let (leaving, left) = AsyncStream.makeStream(of: Void.self)
        let isEnded = Count()
        try await relaying { _, outbound in
            for await _ in leaving {}
            // It still takes nothing; what it says has nowhere to go once the connection is closed.
            while true {
                do {
                    try await outbound.write(ByteBuffer(bytes: [1]))
                } catch {
                    return isEnded.add(1)
                }
                try await Task.sleep(for: .milliseconds(20))
            }
        } _: { client in
            try await Self.expectStandstill(of: client)
            left.finish()
            while isEnded.now == 0 { try await Task.sleep(for: .milliseconds(20)) }
        }
    }

    @Test func aServerThatReadsNothingHoldsTheClientUp() async throws {
        let reader: @Sendable (WebSocket) async -> Void = { _ in
            // Until the client is gone, which cancels it.
            try? await Task.sleep(for: .seconds(3600))
        }
        try await TestServer.running(handler: reader) { server in
            try await RawClient.connected(to: server.port) { client in
                try await client.send(TestServer.request("/echo"))
                _ = try await client.readHead()
                try await Self.expectStandstill(of: client)
            }
        }
    }

    /// Floods the server until it takes no more.
    private static func expectStandstill(of client: RawConnection) async throws {
        let sent = Count()
        let outbound = client.outbound
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let frame = ByteBuffer(bytes: RawFrame.binary([UInt8](repeating: 1, count: 60_000)).wire)
                while sent.now < flood {
                    try await outbound.write(frame)
                    sent.add(60_000)
                }
            }
            let count = try await standstill { sent.now }
            #expect(count > 0)
            #expect(count < mostOnTheWay)
            outbound.cut()
            // The flood was cut off, as it should.
            _ = await group.nextResult()
        }
    }

    /// Waits until a number changes no more.
    private static func standstill(_ number: () -> Int) async throws -> Int {
        var (last, times) = (-1, 0)
        while times < 20 {
            try await Task.sleep(for: .milliseconds(25))
            let now = number()
            times = now == last ? times + 1 : 0
            last = now
        }
        return last
    }

    private func relaying(
        _ far:
            @escaping @Sendable (
                NIOAsyncChannelInboundStream<ByteBuffer>, RawWriter
            ) async throws -> Void, _ body: @escaping @Sendable (inout RawConnection) async throws -> Void
    ) async throws {
        try await FarServer.running(far) { farServer in
            try await TestServer.running(handler: { socket in
                do {
                    let way = try await farServer.connect(on: socket.eventLoop)
                    let end = try await socket.relay(with: way)
                    if end == .far { await socket.close(WebSocketClose(4321)) }
                } catch {
                    await socket.close(WebSocketClose(4999, "\(error)"))
                }
            }) { server in
                try await RawClient.connected(to: server.port) { client in
                    try await client.send(TestServer.request("/echo"))
                    _ = try await client.readHead()
                    try await body(&client)
                }
            }
        }
    }
}
