/// What is kept of a login, so that a later command need not ask the host again.
struct LoginFacts: Hashable, Sendable, Codable {
    /// How one service is reached.
    struct Service: Hashable, Sendable, Codable {
        /// The far socket; nil where a program carries the connection.
        var socket: String?
        /// "monolithic" or "modular"; nil where that is not to be told.
        var layout: String?
    }

    /// The user who is logged in, as the host names them.
    var user: String
    /// By ``RemoteService/key``.
    var services: [String: Service] = [:]
}
