import Hummingbird
import RoostCore

/// `/hosts/{host}/pools/{pool}/volumes`.
struct VolumeRoutes: Sendable {
    let parts: ServerParts

    private static let place = "/hosts/{host}/pools/{pool}/volumes"

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.viewer).get("\(Self.place)", use: list)
        group.requires(.operator).post("\(Self.place)", use: make)
        group.requires(.administrator).delete("\(Self.place)/{volume}", use: delete)
    }

    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(Listing(try await parts.pool(context).volumes()))
    }

    private struct Order: StrictBody {
        static let fields: Set<String> = ["name", "size", "format"]

        let name: String
        /// In bytes.
        let size: UInt64
        var format: String?
    }

    @Sendable private func make(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let order = try await request.strict(Order.self, context)
        guard let format = VolumeRequest.Format(rawValue: order.format ?? "qcow2") else {
            throw Failure(.usage, "format must be qcow2 or raw")
        }
        guard (1...(1 << 60)).contains(order.size) else { throw Failure(.usage, "size must be from 1 byte to 1 EiB") }
        let pool = try await parts.pool(context)
        let volume = try await parts.audit.record(
            context, action: "create-volume", host: pool.host.name, machine: "\(pool.name)/\(order.name)"
        ) {
            try await pool.createVolume(VolumeRequest(name: order.name, size: order.size, format: format))
        }
        return try ServerJSON.response(try await volume.summary(), status: .created)
    }

    @Sendable private func delete(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let pool = try await parts.pool(context)
        let volume = try await pool.host.volume(VolumeAddress(pool: pool.name, name: try context.part("volume")))
        try await parts.audit.record(
            context, action: "delete-volume", host: pool.host.name, machine: "\(pool.name)/\(volume.name)"
        ) {
            try await volume.delete(try await pool.host.usersForDeletion())
        }
        return Response(status: .noContent)
    }
}
