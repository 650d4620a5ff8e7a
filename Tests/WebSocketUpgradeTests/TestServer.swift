import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Synchronization

@testable import WebSocketUpgrade

/// Hummingbird's own `Application` with WebSockets, on a port of the loopback.
struct TestServer: Sendable {
    let port: Int
    private let group: ServiceGroup

    func stopGracefully() async { await group.triggerGracefulShutdown() }

    /// Runs `body` with a server whose `/echo` sends back what comes, `/shut` refuses, and `/hello` is plain HTTP.
    static func running(
        limits: WebSocketLimits = WebSocketLimits(), tls: TLSConfiguration? = nil,
        handler: @escaping @Sendable (WebSocket) async -> Void = echo,
        _ body: @escaping @Sendable (TestServer) async throws -> Void
    ) async throws {
        let router = Router()
        router.get("/hello") { _, _ in "hello" }
        router.post("/hello") { request, _ in
            String(buffer: try await request.body.collect(upTo: 1 << 20))
        }
        let sockets = HTTPServerBuilder.http1WebSockets(
            limits: limits, paths: { $0 == "/echo" || $0 == "/shut" },
            decide: { request in
                if request.head.path == "/shut" {
                    return .refuse(
                        WebSocketRefusal(
                            .forbidden, contentType: "application/problem+json", body: ByteBuffer(string: "{}")))
                }
                return .accept(subprotocol: request.subprotocols.first, handler: handler)
            })
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = Application(
            router: router, server: try tls.map { try .tls(sockets, tlsConfiguration: $0) } ?? sockets,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: logger)
        let group = ServiceGroup(services: [application], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            try await body(TestServer(port: await iterator.next() ?? 0, group: group))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Sendable static func echo(_ socket: WebSocket) async {
        do {
            while let message = try await socket.receive() { try await socket.send(message) }
        } catch {
            // The client is gone, or the server stops: what the tests look at is on the wire.
        }
    }

    static func request(_ path: String, _ more: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\(more)\r\n"
    }
}
