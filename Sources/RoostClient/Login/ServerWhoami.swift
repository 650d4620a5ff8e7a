public import RoostCore

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Whom a server takes the bearer of a token for.
public struct ServerWhoami: Hashable, Sendable, Codable {
    public var server: String
    public var user: String
    /// What it may do: viewer, operator or administrator.
    public var role: String
    /// The only host that the token is for; nil for all.
    public var host: String?
    /// When the token ends.
    public var expires: Date?

    public init(server: String, user: String, role: String, host: String? = nil, expires: Date? = nil) {
        self.server = server
        self.user = user
        self.role = role
        self.host = host
        self.expires = expires
    }
}

extension ServerConnection {
    private struct Who: Decodable {
        let user: String
        let role: String
        let host: String?
        let expires: Date?
    }

    /// Asks who this is, as far as the server is concerned.
    public func whoami() async throws(Failure) -> ServerWhoami {
        let who = try await ask(.get(["whoami"]), for: Who.self, task: "Cannot ask \(address) who you are")
        return ServerWhoami(
            server: address.description, user: who.user, role: who.role, host: who.host, expires: who.expires)
    }

    /// Whether the server's certificate is the one that is trusted.
    /// - Returns: a failure where nobody can tell.
    public func isBelieved() async -> Result<Bool, Failure> {
        do {
            try await greet()
            return .success(true)
        } catch  where ServerFailures.isAboutCertificate(error) {
            return .success(false)
        } catch {
            return .failure(ServerFailures.broken(error, address, task: "Cannot log in"))
        }
    }

    /// Takes a token back.
    public func removeToken(_ id: String) async throws(Failure) {
        _ = try await ask(.delete(["tokens", id]), task: "Cannot take the token back")
    }
}
