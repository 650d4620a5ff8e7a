import NIOCore
import NIOPosix
import Testing

@testable import RoostClient
@testable import RoostCore

/// A server that means no good, or is none.
struct HostileServerTests {
    /// Answers every connection with the same bytes.
    private static func answering(_ bytes: String, repeated: Int = 1, _ body: (ServerConnection) async throws -> Void)
        async throws
    {
        let piece = ByteBuffer(string: bytes)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Parrot(bytes: piece, count: repeated))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(server.localAddress?.port)
        let connection = try ServerConnection(
            to: try ServerURL("http://127.0.0.1:\(port)"), trust: .system, token: "roost_x")
        do {
            try await body(connection)
        } catch {
            Issue.record("\(error)")
        }
        await connection.close()
        try await server.close()
    }

    private final class Parrot: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let bytes: ByteBuffer
        private let count: Int

        init(bytes: ByteBuffer, count: Int) { (self.bytes, self.count) = (bytes, count) }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            for _ in 0..<count { context.write(wrapOutboundOut(bytes), promise: nil) }
            context.flush()
        }
    }

    private static func answer(_ status: String, _ type: String, _ body: String) -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    @Test func anAnswerWithoutEndIsCutOff() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        let chunk = "100000\r\n" + String(repeating: "x", count: 1 << 20) + "\r\n"
        try await Self.answering(head + chunk, repeated: 1) { _ in }
        try await Self.answering(head + String(repeating: chunk, count: 40)) { connection in
            let failure = await #expect(throws: Failure.self) { try await connection.whoami() }
            #expect(
                failure?.kind == .general && failure?.why?.contains("MiB") == true, "\(String(describing: failure))")
        }
    }

    @Test func whatIsNoRoostServerIsSaidSo() async throws {
        for (text, kind) in [
            (Self.answer("200 OK", "text/html", "<html>"), FailureKind.general),
            (Self.answer("404 Not Found", "text/html", "<html>"), .notFound),
            (Self.answer("200 OK", "application/json", "{}"), .general),
            (Self.answer("502 Bad Gateway", "text/plain", "nginx"), .unreachable),
            ("SSH-2.0-OpenSSH_9.2\r\n", .unreachable),
            (Self.answer("302 Found", "text/plain", ""), .general),
        ] {
            try await Self.answering(text) { connection in
                let failure = await #expect(throws: Failure.self) { try await connection.whoami() }
                #expect(failure?.kind == kind, "\(text): \(String(describing: failure))")
            }
        }
    }

    @Test func itsRefusalsAreTextAndBounded() async throws {
        let long = String(repeating: "A", count: 50_000)
        let body = #"{"type":"urn:roost:problem:state","title":"\#(long)","detail":"\u001b[2J","remedy":"do\nthis"}"#
        try await Self.answering(Self.answer("409 Conflict", "application/problem+json", body)) { connection in
            let failure = await #expect(throws: Failure.self) { try await connection.whoami() }
            #expect(failure?.kind == .state && failure.map { $0.what.count < 1100 } == true)
        }
    }

    @Test func noFailureOfAServersHasACodeOfItsOwn() throws {
        let text = #"{"kind":{"name":"done","exitCode":0,"httpStatus":200},"what":"x"}"#
        let failure = try ServerAnswer.decode(RemoteFailure.self, from: .init(text.utf8)).failure
        #expect(failure.kind == .general && failure.kind.exitCode == 1)
    }
}
