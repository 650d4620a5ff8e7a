import NIOHTTP1
public import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Logs in to a server with name and password, and gets a token for later.
public struct ServerLogin: Sendable {
    public let user: String
    public let password: Secret
    /// viewer, operator or administrator; nil takes the highest that needs no administration.
    public var role: String?
    /// For how many days the token is good, from 1 to 365.
    public var days: Int
    /// What the token is called in the server's list.
    public var name: String

    public init(user: String, password: Secret, role: String? = nil, days: Int, name: String) {
        self.user = user
        self.password = password
        self.role = role
        self.days = days
        self.name = name
    }

    private static let task = "Cannot log in"

    private struct Credentials: Encodable {
        let user: String
        let password: String
    }

    private struct Session: Decodable {
        let user: String
        let role: String
        let maximumRole: String
        let csrf: String
    }

    private struct Password: Encodable {
        let password: String
    }

    private struct Order: Encodable {
        let name: String
        let role: String
        let days: Int
    }

    private struct Token: Decodable {
        let id: String
        let user: String
        let role: String
        let expires: Date
        let secret: String
    }

    /// Makes the token. The session that this needs is ended again.
    public func run(at address: ServerURL, trust: ServerTrust) async throws(Failure) -> ServerEntry {
        let server = try ServerConnection(to: address, trust: trust)
        let result = await attempt { () throws(Failure) in try await token(of: server) }
        await server.close()
        return try result.get()
    }

    private func token(of server: ServerConnection) async throws(Failure) -> ServerEntry {
        let credentials = Credentials(user: user, password: password.revealed)
        let answer = try await server.ask(try .sending(.POST, ["session"], credentials), task: Self.task)
        let session = try server.read(Session.self, from: answer, task: Self.task)
        guard let cookie = answer.headers["Set-Cookie"].first?.prefix(while: { $0 != ";" }), cookie.utf8.count <= 4096
        else { throw Failure(.general, Self.task, why: "\(server.address) begins no session") }
        server.setCredentials(["Cookie": String(cookie), "X-Roost-CSRF": session.csrf])
        let result = await attempt { () throws(Failure) in try await token(session, of: server) }
        // Whatever came of it: nobody needs the session any more. It ends by itself where this fails.
        _ = try? await server.ask(.delete(["session"]), task: Self.task)
        return try result.get()
    }

    private func token(_ session: Session, of server: ServerConnection) async throws(Failure) -> ServerEntry {
        let role = role ?? session.role
        if role == "administrator", session.maximumRole == role {
            _ = try await server.ask(
                try .sending(.POST, ["session", "elevation"], Password(password: password.revealed)), task: Self.task)
        }
        let made = try await server.ask(
            try .sending(.POST, ["tokens"], Order(name: name, role: role, days: days)), for: Token.self,
            task: Self.task)
        guard made.secret.utf8.count <= 100, made.secret.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw Failure(.general, Self.task, why: "\(server.address) answers with what is no token")
        }
        return ServerEntry(
            address: server.address, user: made.user, role: made.role, expires: made.expires, tokenID: made.id,
            token: Secret(made.secret), trust: server.trust)
    }
}
