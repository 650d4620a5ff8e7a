import Foundation
import Hummingbird
import RoostCore

/// `/operations`: what goes on, and what has ended a while ago.
struct OperationRoutes: Sendable {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        let reading = group.requires(.viewer, filtersHosts: true)
        reading.get("/operations", use: list)
        reading.get("/operations/{id}", use: show)
        group.requires(.operator, filtersHosts: true).delete("/operations/{id}", use: cancel)
    }

    /// Newest first, without results.
    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let identity = try context.known()
        let all = parts.operations.all.filter { identity.reaches(host: $0.host) }
        return try ServerJSON.response(Listing(all.map(\.withoutResult)))
    }

    @Sendable private func show(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(try status(context).shown(to: try context.known()))
    }

    @Sendable private func cancel(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let (status, identity) = (try status(context), try context.known())
        guard identity.user == status.user || identity.role == .administrator else {
            throw Failure(
                .permission, "That was started by \(status.user)", remedy: "Ask them, or an administrator, to stop it.")
        }
        try await parts.audit.record(context, action: "cancel", host: status.host, detail: status.what) {
            parts.operations.cancel(status.id)
        }
        return try ServerJSON.response(Started(operation: status.withoutResult), status: .accepted)
    }

    private func status(_ context: RoostRequestContext) throws -> OperationStatus {
        guard let id = UUID(uuidString: try context.part("id")), let status = parts.operations.status(id),
            try context.known().reaches(host: status.host)
        else { throw Problem.notFound }
        return status
    }
}
