import NIOCore
import NIOPosix
import Synchronization

/// A port of this computer that passes each connection on. It is closed when this program ends, however that comes.
final class PortRelay: Sendable {
    /// What became of a connection.
    enum Outcome: Hashable, Sendable {
        case answered
        /// Nobody took it, with the reason where that is known; the relay closed it.
        case refused(why: String?)
    }

    /// The port that is listened on.
    let port: UInt16
    private let listener: any Channel
    private let connections: OpenChannels

    /// For the far side to take a connection.
    private static let patience = TimeAmount.seconds(10)

    private init(port: UInt16, listener: any Channel, connections: OpenChannels) {
        self.port = port
        self.listener = listener
        self.connections = connections
    }

    /// Whoever connected here has hung up before the far side took the connection.
    private struct NearSideGone: Error {}

    /// Begins to listen.
    /// - Parameters:
    ///   - port: 0 takes a free one.
    ///   - report: called for each connection.
    /// - Throws: ``Failure`` of kind exists when the port is taken, of kind permission when it is not for this user, of kind
    ///   usage when this computer has no such address.
    static func open(
        on address: String, port: UInt16, to target: RelayTarget, report: @escaping @Sendable (Outcome) -> Void
    ) async throws(Failure) -> PortRelay {
        let connections = OpenChannels()
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 128)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { near in
                connections.add(near)
                // Nothing is read from it before this is done.
                return connect(near, to: target.addresses[...], of: target, report)
            }
        do {
            let listener = try await bootstrap.bind(host: address, port: Int(port)).get()
            return PortRelay(
                port: UInt16(clamping: listener.localAddress?.port ?? 0), listener: listener, connections: connections)
        } catch {
            throw ListenProblem(address: address, port: port, error: error).failure
        }
    }

    /// Stops listening, and ends what goes through it.
    func close() async {
        // It is gone either way.
        try? await listener.close()
        await connections.closeAll()
    }

    private static func connect(
        _ near: any Channel, to addresses: ArraySlice<SocketAddress>, of target: RelayTarget,
        _ report: @escaping @Sendable (Outcome) -> Void
    ) -> EventLoopFuture<Void> {
        guard let address = addresses.first else {
            return near.eventLoop.makeFailedFuture(ChannelError.unknownLocalAddress)
        }
        let glue = NIOLoopBound(
            GlueHandler.pair { far in
                // A login takes the connection before the guest was asked.
                guard case .tunnel = target else { return }
                report(far.hasReceived ? .answered : .refused(why: nil))
            }, eventLoop: near.eventLoop)
        return ClientBootstrap(group: near.eventLoop)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connectTimeout(patience)
            .channelInitializer { far in
                far.eventLoop.makeCompletedFuture { try far.pipeline.syncOperations.addHandler(glue.value.far) }
            }
            .connect(to: address)
            .flatMapThrowing { far in
                do {
                    try near.pipeline.syncOperations.addHandler(glue.value.near)
                } catch {
                    far.close(promise: nil)
                    throw NearSideGone()
                }
                if case .guest = target { report(.answered) }
            }
            .flatMapError { error in
                if error is NearSideGone { return near.eventLoop.makeFailedFuture(error) }
                let rest = addresses.dropFirst()
                if !rest.isEmpty { return connect(near, to: rest, of: target, report) }
                report(.refused(why: ListenProblem.reason(error)))
                return near.eventLoop.makeFailedFuture(error)
            }
    }
}
