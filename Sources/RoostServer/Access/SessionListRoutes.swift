import Foundation
import Hummingbird

/// `/sessions`: who is logged in. Everybody sees their own; administrators those of all.
struct SessionListRoutes {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        let group = group.requires(.viewer)
        group.get("/sessions", use: list)
        group.delete("/sessions/{id}", use: end)
    }

    struct View: Codable, Sendable {
        let id: String
        let user: String
        let maximumRole: Role
        let created: Date
        let used: Date
        let elevatedUntil: Date?
        let address: String
        let agent: String
        /// Whether it is the one that asks.
        let isOwn: Bool
    }

    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Listing<View> {
        let identity = try context.known()
        return Listing(
            parts.sessions.all(of: identity.role == .administrator ? nil : identity.user).map {
                View(
                    id: $0.id.text, user: $0.user, maximumRole: $0.maximumRole, created: $0.created, used: $0.used,
                    elevatedUntil: $0.elevatedUntil, address: $0.address, agent: $0.agent,
                    isOwn: $0.id == identity.session)
            })
    }

    @Sendable private func end(_ request: Request, _ context: RoostRequestContext) async throws -> HTTPResponse.Status {
        let identity = try context.known()
        let id = SessionID(try context.parameters.require("id"))
        // Whose sessions there are is nobody else's business: what one may not end is not there.
        guard let session = parts.sessions.session(id), session.user == identity.user || identity.role == .administrator
        else { throw Problem.notFound }
        try await parts.audit.record(context, action: "end-session", detail: "of \(session.user)") {
            try await parts.endSession(id)
        }
        return .noContent
    }
}
