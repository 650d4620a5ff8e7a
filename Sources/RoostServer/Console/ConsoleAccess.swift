import HTTPTypes

/// What the gateway asks the doorkeeper.
struct ConsoleAccess: Sendable {
    /// Who sends a request; nil for a stranger.
    let identify: @Sendable (HTTPRequest) async throws -> Identity?
    /// Whether it says that it comes from the server's own page. Browsers open WebSockets to anywhere, with cookies.
    let comesFromOwnPage: @Sendable (HTTPRequest) -> Bool
    /// Whether somebody who has a console open may keep it.
    let mayStay: @Sendable (Identity) async -> Bool
}
