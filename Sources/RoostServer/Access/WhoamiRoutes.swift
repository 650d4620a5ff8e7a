import Foundation
import Hummingbird

/// `/whoami`: whom the server takes the sender for, by a session or by a token.
struct WhoamiRoutes {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.viewer, filtersHosts: true).get("/whoami", use: show)
    }

    private struct View: Encodable {
        let user: String
        let role: Role
        /// The only host that a token is for; none for all.
        let host: String?
        /// When a token ends.
        let expires: Date?
    }

    @Sendable private func show(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let identity = try context.known()
        return try ServerJSON.response(
            View(
                user: identity.user, role: identity.role, host: identity.host,
                expires: identity.token.flatMap { parts.tokens.token($0)?.expires }))
    }
}
