import RoostClient
import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How this person, or this script, gets into a server: by what ROOST_TOKEN says, or the file that ROOST_TOKEN_FILE names, else
/// by what `roost login` has noted.
struct ServerAccess: Sendable {
    let environment: @Sendable (String) -> String?

    static let system = ServerAccess { Report.environment[$0] }

    var book: ServerBook { .standard(environment: environment) }

    /// - Throws: ``Failure`` of kind permission for a server that nobody has logged in to, and for a login that is over.
    func connection(to address: ServerURL) async throws(Failure) -> ServerConnection {
        let entry = try book.entry(address)
        let trust = try await trust(address, entry)
        if let token = try token() { return try ServerConnection(to: address, trust: trust, token: token) }
        guard let entry else {
            throw Failure(
                .permission, "You are not logged in to \(address)",
                remedy: "Log in: roost login \(address); a script sets ROOST_TOKEN.")
        }
        guard entry.expires > Date() else {
            throw Failure(
                .permission, "Your login to \(address) is over",
                why: "it was good until \(entry.expires.formatted(.iso8601))", remedy: "Log in: roost login \(address)")
        }
        return try ServerConnection(to: address, trust: trust, token: entry.token.revealed)
    }

    private func token() throws(Failure) -> String? {
        if let token = environment("ROOST_TOKEN"), !token.isEmpty { return try Self.checked(token, "ROOST_TOKEN") }
        guard let path = environment("ROOST_TOKEN_FILE"), !path.isEmpty else { return nil }
        let text = try TextFile.read(path, for: "Cannot read the token of ROOST_TOKEN_FILE")
        return try Self.checked(String(text.prefix { !$0.isNewline }), path)
    }

    private static func checked(_ token: String, _ place: String) throws(Failure) -> String {
        guard token.utf8.count <= 200, !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw Failure(.usage, "\(place) holds no token")
        }
        return token
    }

    /// A script that knows the fingerprint needs no login.
    private func trust(_ address: ServerURL, _ entry: ServerEntry?) async throws(Failure) -> ServerTrust {
        guard let wanted = environment("ROOST_FINGERPRINT"), !wanted.isEmpty, address.isSecure else {
            return entry?.trust ?? .system
        }
        return try await ServerCertificate.trusted(address, by: wanted)
    }
}

extension ServerCertificate {
    /// The server's certificate, where it has a fingerprint that is known already.
    /// - Throws: ``Failure`` of kind permission for another one.
    static func trusted(_ address: ServerURL, by fingerprint: String) async throws(Failure) -> ServerTrust {
        let shown = try await shown(by: address)
        guard isSame(shown.fingerprint, fingerprint) else {
            throw Failure(
                .permission, "The server \(address) is not the one with that fingerprint",
                why: "its certificate has \(shown.fingerprint)",
                remedy: "It prints its fingerprint at its start. If that is another one, somebody stands in between.")
        }
        return .pinned(shown.text)
    }
}
