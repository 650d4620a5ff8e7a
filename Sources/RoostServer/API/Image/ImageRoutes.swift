import Hummingbird
import RoostCore

/// `/hosts/{host}/images` and `/catalogue`.
struct ImageRoutes: Sendable {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        let reading = group.requires(.viewer)
        group.requires(.viewer, filtersHosts: true).get("/catalogue", use: catalogue)
        reading.get("/hosts/{host}/images", use: list)
        group.requires(.operator).post("/hosts/{host}/images/pulls", use: pull)
        group.requires(.administrator).delete("/hosts/{host}/images/{image}", use: delete)
    }

    @Sendable private func catalogue(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(Listing(try ImageCatalogue.standard().entries))
    }

    @Sendable private func list(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        try ServerJSON.response(Listing(try await host(context).images()))
    }

    private struct Order: StrictBody {
        static let fields: Set<String> = ["name"]

        /// As the catalogue has it. An address of one's own is for the command line.
        let name: String
    }

    @Sendable private func pull(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let order = try await request.strict(Order.self, context)
        let host = try await host(context)
        let entry = try ImageCatalogue.standard().entry(order.name)
        let pull = try ImagePull(entry, architecture: try await host.architecture())
        let audit = parts.audit
        let status = try parts.operations.start(
            "pull \(entry.name)", host: host.name, user: try context.known().user
        ) { report in
            try await audit.record(context, action: "pull-image", host: host.name, machine: entry.name) {
                try await host.pullImage(pull).value(telling: report)
            }
        }
        return try Started(operation: status).response()
    }

    @Sendable private func delete(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let host = try await host(context)
        let reference = try ImageReference(parsing: try context.part("image"))
        guard case .image = reference else { throw Failure(.usage, "An image is named NAME or NAME@VERSION") }
        let image = HostImage(host: host, image: try await host.image(reference))
        try await parts.audit.record(
            context, action: "delete-image", host: host.name, machine: image.image.reference
        ) {
            try await image.delete(try await host.usersForDeletion())
        }
        return Response(status: .noContent)
    }

    private func host(_ context: RoostRequestContext) async throws -> Host {
        try await parts.live.host(named: try context.part("host"))
    }
}
