import Foundation
import HTTPTypes
import RoostCore

/// Tells who sends a request: by the API token or the cookie it carries. The console's WebSockets ask here too.
struct Doorkeeper: Sendable {
    let sessions: Sessions
    let tokens: Tokens
    let standings: Standings
    let origin: OriginCheck

    /// A name that browsers only take with Secure, without Domain and for the whole server; so no other host can set it.
    var cookieName: String { origin.isSecure ? "__Host-roost" : "roost" }

    /// - Returns: nil for a stranger.
    /// - Throws: ``Problem`` for an API token that is not valid, and for a request that another site's page has sent.
    func identity(of request: HTTPRequest) async throws -> Identity? {
        if let authorization = request.headerFields[.authorization] { return try await tokenHolder(authorization) }
        guard let (session, secret) = session(of: request) else { return nil }
        if !Self.reading.contains(request.method) { try check(request, secret) }
        guard let standing = await standings.role(of: session.user) else {
            // The account is locked, or has left every group.
            try await sessions.end(session.id)
            return nil
        }
        return Identity(
            user: session.user, role: session.role(at: session.used, standing: standing),
            maximumRole: min(session.maximumRole, standing), session: session.id)
    }

    /// The same person a while later: a session may have ended meanwhile, or be raised no longer.
    /// - Returns: nil for one who may do nothing any more.
    func again(_ identity: Identity) async -> Identity? {
        guard let standing = await standings.role(of: identity.user) else { return nil }
        if let id = identity.session {
            guard let session = sessions.session(id) else { return nil }
            return Identity(
                user: session.user, role: session.role(at: Date(), standing: standing),
                maximumRole: min(session.maximumRole, standing), session: id)
        }
        guard let id = identity.token, let token = tokens.token(id), token.expires > Date() else { return nil }
        return Identity(user: token.user, role: min(token.role, standing), token: id, host: token.host)
    }

    /// The session of a request's cookie, and the cookie's content.
    func session(of request: HTTPRequest) -> (session: Session, secret: String)? {
        for field in request.headerFields[values: .cookie] {
            for cookie in field.split(separator: ";") {
                let parts = cookie.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, parts[0].filter({ $0 != " " }) == cookieName else { continue }
                let secret = String(parts[1])
                // Longer ones are not ours, and not worth a hash.
                if secret.utf8.count <= 64, let session = sessions.find(secret) { return (session, secret) }
            }
        }
        return nil
    }

    private static let reading: Set<HTTPRequest.Method> = [.get, .head, .options]

    private func check(_ request: HTTPRequest, _ secret: String) throws(Problem) {
        guard origin.admits(request) else { throw .crossSite }
        guard let token = request.headerFields[.forgeryToken], ForgeryToken.isRight(token, session: secret) else {
            throw .forgeryToken
        }
    }

    private func tokenHolder(_ authorization: String) async throws -> Identity {
        let parts = authorization.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 100,
            let token = tokens.find(String(parts[1])), let standing = await standings.role(of: token.user)
        else {
            throw Problem(
                "unauthenticated", status: 401, "The API token is not valid",
                detail: "It is unknown, or it has expired.")
        }
        return Identity(user: token.user, role: min(token.role, standing), token: token.id, host: token.host)
    }
}
