import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import WebSocketUpgrade

/// The way of a VNC screen without machines and tickets: each WebSocket is connected with a port of the loopback, as
/// ``VNCGateway`` connects it with a display. For Benchmarks/gateway.py.
@main
enum GatewayBench {
    static func main() async throws {
        let words = CommandLine.arguments.compactMap(Int.init)
        guard words.count == 2 else {
            print("Usage: gateway-bench PORT FAR-PORT")
            return
        }
        let (port, far) = (words[0], words[1])
        let log = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        let server = HTTPServerBuilder.http1WebSockets(
            paths: { _ in true },
            decide: { _ in
                .accept(subprotocol: "binary") { socket in await relay(socket, to: far) }
            })
        let application = Application(
            router: Router(), server: server, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton), logger: log)
        try await application.runService()
    }

    private static func relay(_ socket: WebSocket, to port: Int) async {
        do {
            let channel = try await ClientBootstrap(group: socket.eventLoop)
                .channelOption(.autoRead, value: false)
                .channelOption(.allowRemoteHalfClosure, value: true)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelOption(.recvAllocator, value: WebSocket.relayAllocator)
                .connect(host: "127.0.0.1", port: port).get()
            _ = try await socket.relay(with: channel)
        } catch {
            // The client sees its WebSocket end, which the script takes for a failure.
            await socket.close(WebSocketClose(4000, "\(error)"))
        }
    }
}
