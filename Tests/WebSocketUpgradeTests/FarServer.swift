import NIOCore
import NIOPosix
import WebSocketTesting

/// What a relay leads to: a server on a port of the loopback that does one thing with each connection.
struct FarServer: Sendable {
    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    let port: Int

    /// Runs `body` while the server does `work` with each connection.
    static func running(
        _ work:
            @escaping @Sendable (
                NIOAsyncChannelInboundStream<ByteBuffer>, RawWriter
            ) async throws -> Void,
        _ body: @escaping @Sendable (FarServer) async throws -> Void
    ) async throws {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try Connection(wrappingChannelSynchronously: channel)
                }
            }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.executeThenClose { connections in
                    for try await connection in connections {
                        // A connection that is cut is what some tests do.
                        try? await connection.executeThenClose { inbound, _ in
                            try await work(inbound, RawWriter(connection.channel))
                        }
                    }
                }
            }
            try await body(FarServer(port: server.channel.localAddress?.port ?? 0))
            group.cancelAll()
        }
    }

    /// The way to it, for a relay.
    func connect(on eventLoop: any EventLoop) async throws -> any Channel {
        try await ClientBootstrap(group: eventLoop)
            .channelOption(.autoRead, value: false)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port).get()
    }
}
