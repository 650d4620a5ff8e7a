import Hummingbird
import Logging
import NIOCore

/// What is known of one request while it is answered.
struct RoostRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks; nil for a stranger. Set by ``IdentityMiddleware``.
    var identity: Identity?
    /// Where the connection comes from; nil in tests without a connection.
    let remoteAddress: SocketAddress?
    /// Where it arrives.
    private let localAddress: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
        localAddress = source.channel.localAddress
    }

    /// How large a body may be that is decoded as a whole, in bytes. What is larger (uploads) is streamed by its route.
    var maxUploadSize: Int { 1 << 20 }

    /// - Throws: ``Problem`` with status 401 for a stranger.
    func known() throws(Problem) -> Identity {
        guard let identity else { throw .unauthenticated }
        return identity
    }

    /// Whether it comes from another computer. This one asks its own addresses by the one that it asks.
    var isFromElsewhere: Bool {
        guard let remoteAddress, !remoteAddress.isLoopback else { return false }
        return remoteAddress.plainAddress != localAddress?.plainAddress
    }

    /// The address without its port, for throttles and the audit trail.
    var address: String { remoteAddress?.plainAddress ?? "local" }
}
