import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import RoostCore

@Suite struct PortRelayTests {
    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Outcomes, as they come.
    private final class Outcomes: Sendable {
        let list = Mutex<[PortRelay.Outcome]>([])
        func add(_ outcome: PortRelay.Outcome) { list.withLock { $0.append(outcome) } }
    }

    private static func wrap(_ channel: any Channel) -> EventLoopFuture<Connection> {
        channel.eventLoop.makeCompletedFuture {
            try Connection(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    /// Listens, has one connection served while `body` runs, and gives `body` the address.
    private static func serving(
        _ serve: @escaping @Sendable (NIOAsyncChannelInboundStream<ByteBuffer>, any Channel) async throws -> Void,
        _ body: (SocketAddress) async throws -> Void
    ) async throws {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(host: "127.0.0.1", port: 0) { wrap($0) }
        let address = try #require(listener.channel.localAddress)
        try await listener.executeThenClose { clients in
            async let served: Void = {
                for try await client in clients {
                    try await client.executeThenClose { inbound, _ in try await serve(inbound, client.channel) }
                    break
                }
            }()
            try await body(address)
            try await served
        }
    }

    private static func connect(_ relay: PortRelay) async throws -> Connection {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: Int(relay.port)) { wrap($0) }
    }

    /// Bytes of which no two stretches are alike.
    private static func bytes(_ count: Int) -> ByteBuffer {
        let filler = (0..<4092).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 7) }
        var bytes = ByteBuffer()
        for number in 0..<UInt32(count / 4096) {
            bytes.writeInteger(number)
            bytes.writeBytes(filler)
        }
        return bytes
    }

    private static func all(_ stream: NIOAsyncChannelInboundStream<ByteBuffer>) async throws -> ByteBuffer {
        var all = ByteBuffer()
        for try await var part in stream { all.writeBuffer(&part) }
        return all
    }

    /// The other side is answered after its last word, and gets the whole answer though it reads late.
    @Test(.timeLimit(.minutes(1)))
    func whoHasSaidTheLastWordIsAnswered() async throws {
        let sent = Self.bytes(3_000_000)
        let answer = Self.bytes(24_000_000)
        try await Self.serving { inbound, channel in
            #expect(try await Self.all(inbound) == sent)
            try await channel.writeAndFlush(answer).get()
        } _: { address in
            let outcomes = Outcomes()
            let relay = try await PortRelay.open(on: "127.0.0.1", port: 0, to: .guest([address]), report: outcomes.add)
            try await Self.connect(relay).executeThenClose { inbound, outbound in
                try await outbound.write(sent)
                outbound.finish()
                try await Task.sleep(for: .milliseconds(300))
                #expect(try await Self.all(inbound) == answer)
            }
            await relay.close()
            #expect(outcomes.list.withLock(\.self) == [.answered])
        }
    }

    /// Nothing is piled up for a reader that does not read.
    @Test(.timeLimit(.minutes(1)))
    func aSlowReaderHoldsTheWriterUp() async throws {
        let piece = Self.bytes(1 << 20)
        let pieces = 128
        let count = SharedCount()
        try await Self.serving { _, channel in
            for _ in 0..<pieces {
                try await channel.writeAndFlush(piece).get()
                count.add()
            }
        } _: { address in
            let relay = try await PortRelay.open(on: "127.0.0.1", port: 0, to: .guest([address])) { _ in }
            try await Self.connect(relay).executeThenClose { inbound, _ in
                // Without a limit it would all have gone through long ago.
                try await Task.sleep(for: .seconds(1))
                #expect(count.value < pieces)
                var total = 0
                for try await part in inbound { total += part.readableBytes }
                #expect(total == pieces * piece.readableBytes)
            }
            await relay.close()
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func theFirstAddressThatTakesItCounts() async throws {
        try await Self.serving { inbound, channel in
            try await channel.writeAndFlush(ByteBuffer(string: "hello")).get()
            _ = try await Self.all(inbound)
        } _: { address in
            let port = try #require(address.port)
            let dead = try SocketAddress(ipAddress: "127.0.0.9", port: port)
            let outcomes = Outcomes()
            let relay = try await PortRelay.open(
                on: "127.0.0.1", port: 0, to: .guest([dead, address]), report: outcomes.add)
            try await Self.connect(relay).executeThenClose { inbound, outbound in
                var stream = inbound.makeAsyncIterator()
                let greeting = try await stream.next()
                #expect(greeting == ByteBuffer(string: "hello"))
                outbound.finish()
            }
            await relay.close()
            #expect(outcomes.list.withLock(\.self) == [.answered])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func aRefusalIsReportedAndTheConnectionClosed() async throws {
        // Nobody listens there.
        let dead = try SocketAddress(ipAddress: "127.0.0.9", port: 9)
        let outcomes = Outcomes()
        let relay = try await PortRelay.open(on: "127.0.0.1", port: 0, to: .guest([dead]), report: outcomes.add)
        try await Self.connect(relay).executeThenClose { inbound, _ in
            // It may be reset as well as closed.
            let rest = try? await Self.all(inbound)
            #expect(rest?.readableBytes ?? 0 == 0)
        }
        #expect(outcomes.list.withLock(\.self) == [.refused(why: "Connection refused")])
        await relay.close()
    }

    /// At whatever moment it comes: also while the far side is still being connected to.
    @Test(.timeLimit(.minutes(1)))
    func closingEndsWhatGoesThrough() async throws {
        let open = SharedCount()
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                open.add()
                channel.closeFuture.whenComplete { _ in open.add(-1) }
                return channel.eventLoop.makeSucceededVoidFuture()
            }.bind(host: "127.0.0.1", port: 0).get()
        let target = RelayTarget.guest([try #require(server.localAddress)])
        for round in 0..<50 {
            let relay = try await PortRelay.open(on: "127.0.0.1", port: 0, to: target) { _ in }
            let client = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(host: "127.0.0.1", port: Int(relay.port)).get()
            while round % 5 == 0, open.value == 0 { await Task.yield() }
            try await Task.sleep(for: .microseconds(round * 20))
            await relay.close()
            try await client.closeFuture.get()
            await #expect(throws: (any Error).self) { try await Self.connect(relay) }
        }
        // Nobody but the relay would ever close them.
        while open.value > 0 { try await Task.sleep(for: .milliseconds(10)) }
        try await server.close()
    }

    @Test func aPortThatCannotBeHadIsExplained() async throws {
        let target = RelayTarget.guest([])
        let first = try await PortRelay.open(on: "127.0.0.1", port: 0, to: target) { _ in }
        let taken = await expectFailure(.exists) {
            _ = try await PortRelay.open(on: "127.0.0.1", port: first.port, to: target) { _ in }
        }
        #expect(taken?.what == "Cannot listen on 127.0.0.1:\(first.port)")
        await first.close()
        await expectFailure(.usage) { _ = try await PortRelay.open(on: "203.0.113.9", port: 0, to: target) { _ in } }
        #expect(
            ListenProblem(address: "::1", port: 80, error: IOError(errnoCode: 13, reason: "")).failure.kind
                == .permission)
    }

    private final class SharedCount: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock(\.self) }
        func add(_ difference: Int = 1) { count.withLock { $0 += difference } }
    }
}
