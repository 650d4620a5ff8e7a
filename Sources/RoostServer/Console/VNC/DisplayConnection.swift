import NIOCore
import NIOPosix
import RoostCore
import WebSocketUpgrade

/// A way to a machine's display that lets one in.
enum DisplayConnection {
    private static let patience = TimeAmount.seconds(10)

    /// Connects, and gives the password where one is asked for.
    /// - Returns: a channel on `eventLoop` that does not read by itself.
    /// - Throws: ``RFBProblem``.
    static func open(
        _ end: PortForward.End, password: String?, on eventLoop: any EventLoop
    ) async throws -> any Channel {
        let isIn = eventLoop.makePromise(of: Void.self)
        let bootstrap = ClientBootstrap(group: eventLoop)
            .channelOption(.autoRead, value: false)
            .channelOption(.allowRemoteHalfClosure, value: true)
            // Keys and the pointer are small, and wait for nobody.
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.recvAllocator, value: WebSocket.relayAllocator)
            .connectTimeout(patience)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        RFBDisplayHandler(password: password, patience: patience, isIn: isIn))
                }
            }
        let channel: any Channel
        do {
            channel =
                switch end {
                case .port(let port, let address): try await bootstrap.connect(host: address, port: Int(port)).get()
                case .socket(let path): try await bootstrap.connect(unixDomainSocketPath: path).get()
                }
        } catch {
            let problem = RFBProblem("nobody answers at the display")
            isIn.fail(problem)
            throw problem
        }
        try await isIn.futureResult.get()
        return channel
    }
}
