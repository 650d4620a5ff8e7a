import NIOCore
import Testing
import WebSocketTesting
import WebSocketUpgrade

/// What a server takes and what it refuses: RFC 6455, sections 5 and 7.
struct FrameTests {
    @Test func fragmentsBecomeOneMessage() async throws {
        try await echoing { client in
            try await client.send(RawFrame(first: 0x01, bytes: Array("one, ".utf8)).wire)
            try await client.send(RawFrame.ping("between").wire)
            try await client.send(RawFrame(first: 0x00, bytes: Array("two, ".utf8)).wire)
            try await client.send(RawFrame(first: 0x80, bytes: Array("three".utf8)).wire)
            #expect(try await client.readFrame() == RawFrame(first: 0x8a, bytes: Array("between".utf8)))
            #expect(try await client.readFrame() == .text("one, two, three"))
        }
    }

    @Test(arguments: [0, 1, 7, 8, 9, 125, 126, 127, 65535, 65536, 200_001])
    func everyLengthComesBack(_ length: Int) async throws {
        try await echoing { client in
            let frame = RawFrame.binary((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            try await client.send(frame.wire)
            #expect(try await client.readFrame() == frame)
        }
    }

    @Test(arguments: [
        ("without a mask", RawFrame(first: 0x82, bytes: [1], mask: nil), 1002),
        ("reserved bit", RawFrame(first: 0xc2, bytes: [1]), 1002),
        ("unknown opcode", RawFrame(first: 0x83, bytes: [1]), 1002),
        ("unknown control frame", RawFrame(first: 0x8b, bytes: []), 1002),
        ("fragmented ping", RawFrame(first: 0x09, bytes: [1]), 1002),
        ("long ping", RawFrame(first: 0x89, bytes: [UInt8](repeating: 0, count: 126)), 1002),
        ("a rest without a beginning", RawFrame(first: 0x80, bytes: [1]), 1002),
        ("no UTF-8", RawFrame(first: 0x81, bytes: [0xff]), 1007),
        ("a goodbye of one byte", RawFrame(first: 0x88, bytes: [3]), 1002),
        ("a goodbye with a code that none may send", RawFrame.close(1006), 1002),
        ("a goodbye with no UTF-8", RawFrame(first: 0x88, bytes: [3, 232, 0xff]), 1007),
    ])
    func whatNoClientMaySendEndsIt(_ what: String, _ frame: RawFrame, _ code: Int) async throws {
        try await echoing { client in
            try await client.send(frame.wire)
            #expect(try await client.readFrame()?.code == code, "\(what)")
        }
    }

    @Test func aFrameThatIsTooLargeIsRefusedByItsHeader() async throws {
        try await echoing { client in
            // No byte of its 2^40 was sent.
            try await client.send([0x82, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4])
            #expect(try await client.readFrame()?.code == 1009)
        }
        try await echoing { client in
            try await client.send([0x82, 0xff, 255, 255, 255, 255, 255, 255, 255, 255, 1, 2, 3, 4])
            #expect(try await client.readFrame()?.code == 1009)
        }
    }

    @Test func aMessageThatIsTooLargeInFragmentsIsRefused() async throws {
        try await echoing(WebSocketLimits(largestMessage: 10_000)) { client in
            try await client.send(RawFrame(first: 0x02, bytes: [UInt8](repeating: 1, count: 6000)).wire)
            try await client.send(RawFrame(first: 0x80, bytes: [UInt8](repeating: 1, count: 6000)).wire)
            #expect(try await client.readFrame()?.code == 1009)
        }
    }

    @Test func aSilentClientIsAskedAndThenLetGo() async throws {
        try await echoing(WebSocketLimits(pingInterval: .milliseconds(30))) { client in
            #expect(try await client.readFrame()?.first == 0x89)
            // It answers nothing.
            _ = try await client.readToEnd()
        }
    }

    @Test func aClientThatAnswersStays() async throws {
        try await echoing(WebSocketLimits(pingInterval: .seconds(1))) { client in
            for _ in 0..<3 {
                #expect(try await client.readFrame()?.first == 0x89)
                try await client.send(RawFrame(first: 0x8a, bytes: []).wire)
            }
            try await client.send(RawFrame.text("still here").wire)
            var frame = try await client.readFrame()
            while frame?.first == 0x89 { frame = try await client.readFrame() }
            #expect(frame?.text == "still here")
        }
    }

    private func echoing(
        _ limits: WebSocketLimits = WebSocketLimits(),
        _ body: @escaping @Sendable (inout RawConnection) async throws -> Void
    ) async throws {
        try await TestServer.running(limits: limits) { server in
            try await RawClient.connected(to: server.port) { client in
                try await client.send(TestServer.request("/echo"))
                _ = try await client.readHead()
                try await body(&client)
            }
        }
    }
}
