public import HummingbirdCore

extension HTTPServerBuilder {
    /// HTTP/1 with WebSockets, for Hummingbird's `Application(router:server:)`; inside `.tls(…)` it does the same over TLS.
    /// - Parameters:
    ///   - configuration: as for HTTP/1 alone. Its handlers see nothing of requests for WebSockets, and are taken out when a
    ///     connection becomes one; nor is its idle time for WebSockets, which have `limits.pingInterval`.
    ///   - paths: whether `decide` is asked about a path. It is asked for each request for a WebSocket, on the event loop; all
    ///     that it declines go to the router.
    ///   - decide: whether the client is given one. Meanwhile nothing is read from it.
    public static func http1WebSockets(
        configuration: HTTP1Channel.Configuration = .init(), limits: WebSocketLimits = WebSocketLimits(),
        paths: @escaping @Sendable (String) -> Bool,
        decide: @escaping @Sendable (WebSocketRequest) async -> WebSocketDecision
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            UpgradableChannel(
                responder: responder, configuration: configuration, limits: limits, paths: paths, decide: decide)
        }
    }
}
