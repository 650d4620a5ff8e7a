import NIOCore
import NIOPosix
package import NIOSSL

/// A client that sends the bytes it is told to, and sees the bytes that come.
package final class RawClient: Sendable {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

    private init(_ channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>) { self.channel = channel }

    /// Connects, runs `body`, and hangs up.
    package static func connected(
        to port: Int, tls: TLSConfiguration? = nil, isReading: Bool = true,
        _ body: @escaping (inout RawConnection) async throws -> Void
    ) async throws {
        let context = try tls.map { try NIOSSLContext(configuration: $0) }
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(.socketOption(.so_rcvbuf), value: isReading ? 1 << 20 : 4096)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLClientHandler(context: context, serverHostname: nil))
                    }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(
                            backPressureStrategy: .init(lowWatermark: 1, highWatermark: 2),
                            isOutboundHalfClosureEnabled: true))
                }
            }
        try await channel.executeThenClose { inbound, _ in
            var connection = RawConnection(inbound: inbound.makeAsyncIterator(), outbound: RawWriter(channel.channel))
            try await body(&connection)
        }
    }
}
