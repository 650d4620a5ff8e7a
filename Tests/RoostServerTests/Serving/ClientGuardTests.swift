import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import RoostServer

struct ClientGuardTests {
    private func channel(_ counter: ConnectionCounter = ConnectionCounter(limit: 2)) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandler(ClientGuard(counter: counter))
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
        return channel
    }

    private let head = HTTPRequestPart.head(HTTPRequest(method: .post, scheme: "https", authority: "x", path: "/"))

    @Test func oneAddressHasNotAllConnections() throws {
        let counter = ConnectionCounter(limit: 2)
        let first = try channel(counter)
        let second = try channel(counter)
        #expect(first.isActive && second.isActive && counter.total == 2)
        #expect(try channel(counter).isActive == false)
        _ = try first.finish(acceptAlreadyClosed: true)
        #expect(counter.total == 1)
        #expect(try channel(counter).isActive)
    }

    @Test func aBodyThatTricklesEnds() throws {
        let channel = try channel()
        channel.read()
        try channel.writeInbound(head)
        for _ in 0..<5 {
            channel.read()
            channel.embeddedEventLoop.advanceTime(by: .seconds(5))
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
        }
        #expect(channel.isActive)
        channel.read()
        channel.embeddedEventLoop.advanceTime(by: .seconds(15))
        #expect(!channel.isActive)
    }

    @Test func aBodyThatStorageHoldsUpGoesOn() throws {
        let channel = try channel()
        channel.read()
        try channel.writeInbound(head)
        // Nobody asks for more of it.
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
    }

    @Test func anAnswerThatTakesLongGoesOn() throws {
        let channel = try channel()
        channel.read()
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.read()
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
    }

    @Test func aClientThatTakesNothingEnds() throws {
        let channel = try channel()
        channel.isWritable = false
        channel.pipeline.fireChannelWritabilityChanged()
        channel.embeddedEventLoop.advanceTime(by: .seconds(55))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(15))
        #expect(!channel.isActive)
    }

    @Test func aBodyDoesNotGoOnAfterItsRefusal() throws {
        let channel = try channel()
        try channel.writeInbound(head)
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        let piece = ByteBuffer(repeating: 0, count: 1 << 19)
        try channel.writeInbound(HTTPRequestPart.body(piece))
        try channel.writeInbound(HTTPRequestPart.body(piece))
        #expect(channel.isActive)
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
        #expect(!channel.isActive)
    }
}
