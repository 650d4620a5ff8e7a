public import Foundation

/// One change: who, what, where, with what result.
public struct AuditEntry: Hashable, Codable, Sendable {
    public enum Result: String, Hashable, Codable, Sendable {
        /// Begun; one that stays so was cut off with the server.
        case begun
        case done
        case failed
        /// Not allowed, such as a login with a wrong password.
        case refused
    }

    public var id: Int64
    public var time: Date
    public var user: String
    /// `session` or `token` and its id, or `login`.
    public var way: String
    /// The network address it came from.
    public var address: String
    /// What was asked for, in the API's words: `start`, `delete`, `login`.
    public var action: String
    public var host: String?
    /// The machine's name or UUID, or the name of the network, pool, volume or image.
    public var machine: String?
    /// What else says what was asked for, such as the disks that went too. Never a secret.
    public var detail: String?
    public var result: Result
    /// Why it failed; of what lasts, how it ended.
    public var why: String?
    /// How long it took.
    public var milliseconds: Int?
}

extension AuditEntry {
    /// What somebody has begun.
    init(
        beginning action: String, of identity: Identity, address: String, host: String?, machine: String?,
        detail: String?
    ) {
        let way = identity.session.map { "session \($0.text)" } ?? identity.token.map { "token \($0.text)" } ?? "-"
        self.init(
            id: 0, time: Date(), user: identity.user, way: way, address: address, action: action, host: host,
            machine: machine, detail: detail, result: .begun)
    }
}
