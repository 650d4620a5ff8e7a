import Foundation
import Hummingbird
import RoostCore

/// `/tokens`: keys for programs. Everybody sees and removes their own; administrators those of all.
struct TokenRoutes {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        let group = group.requires(.viewer)
        group.get("/tokens", use: list)
        group.post("/tokens", use: make)
        group.delete("/tokens/{id}", use: remove)
    }

    struct View: ResponseEncodable, Codable, Sendable {
        let id: String
        let user: String
        let name: String
        let role: Role
        /// The only host that it is for; none for all.
        let host: String?
        let created: Date
        let expires: Date
        let used: Date?
        /// The token itself; in the answer to its making only.
        var secret: String?

        init(_ token: Token, secret: String? = nil) {
            id = token.id.text
            user = token.user
            name = token.name
            role = token.role
            host = token.host
            created = token.created
            expires = token.expires
            used = token.used
            self.secret = secret
        }
    }

    private struct Order: Decodable {
        let name: String
        let role: Role
        let host: String?
        /// For how many days; 90 where nothing is said.
        let days: Int?
    }

    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Listing<View> {
        let identity = try context.known()
        let user = identity.role == .administrator ? nil : identity.user
        return Listing(parts.tokens.all(of: user).map { View($0) })
    }

    @Sendable private func make(
        _ request: Request, _ context: RoostRequestContext
    ) async throws -> EditedResponse<View> {
        let identity = try context.known()
        guard identity.session != nil else {
            throw Problem(
                "session-needed", status: 403, "A token cannot make tokens", remedy: "Log in with your password.")
        }
        let order = try await request.json(Order.self, context)
        try identity.require(order.role)
        let days = order.days ?? 90
        guard (1...365).contains(days) else { throw Failure(.usage, "A token lives for 1 to 365 days") }
        let detail = "role \(order.role.rawValue), \(days) days"
        let (token, secret) = try await parts.audit.record(
            context, action: "make-token", host: order.host, detail: detail
        ) {
            try await parts.tokens.make(
                user: identity.user, name: order.name, role: order.role, host: order.host,
                life: TimeInterval(days) * 86_400)
        }
        return EditedResponse(status: .created, response: View(token, secret: secret))
    }

    @Sendable private func remove(
        _ request: Request, _ context: RoostRequestContext
    ) async throws -> HTTPResponse.Status {
        let identity = try context.known()
        let id = TokenID(try context.parameters.require("id"))
        guard let token = parts.tokens.token(id), token.user == identity.user || identity.role == .administrator else {
            throw Problem.notFound
        }
        try await parts.audit.record(context, action: "remove-token", detail: "of \(token.user)") {
            try await parts.tokens.remove(id)
        }
        return .noContent
    }
}
