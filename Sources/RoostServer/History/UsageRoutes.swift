import Hummingbird
import RoostCore

/// `…/usage`: what a machine or a host has used.
struct UsageRoutes: Sendable {
    let parts: ServerParts

    /// How far back, in minutes: as far as the settings may reach.
    private static let range = 1...(366 * 1440)

    func add(to group: RouterGroup<RoostRequestContext>) {
        let reading = group.requires(.viewer)
        reading.get("/hosts/{host}/usage", use: ofHost)
        reading.get("/hosts/{host}/machines/{uuid}/usage", use: ofMachine)
    }

    @Sendable private func ofHost(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try await answer(request, nil, try context.part("host"))
    }

    @Sendable private func ofMachine(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let (host, uuid) = (try context.part("host"), try context.uuid())
        _ = try await parts.live.row(uuid, on: host)
        return try await answer(request, uuid, host)
    }

    private func answer(_ request: Request, _ uuid: String?, _ host: String) async throws -> Response {
        let minutes = try QueryNumber.read(request.uri.queryParameters, "minutes", Self.range) ?? 60
        return try ServerJSON.response(try await parts.past.usage(of: uuid, on: host, minutes: minutes))
    }
}
