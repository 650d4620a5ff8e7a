import Hummingbird
import RoostCore

/// `/hosts/{host}/machines`: new machines, from the same options as on the command line.
struct CreateRoutes: Sendable {
    let parts: ServerParts

    func add(to group: RouterGroup<RoostRequestContext>) {
        let operating = group.requires(.operator)
        operating.post("/hosts/{host}/machines", use: create)
        operating.post("/hosts/{host}/machines/plan", use: plan)
    }

    private struct Plan: Encodable {
        let name: String
        /// The definition, without passwords.
        let xml: String
        /// Disks that will be made.
        let disks: [String]
        /// What cloud-init is told, without passwords.
        let cloudInit: String?
        let warnings: [String]
        /// The same on the command line.
        let command: String
    }

    @Sendable private func plan(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let order = try await request.strict(CreateOrder.self, context)
        let wanted = try await CreateWish(order, try await host(context), parts.live, try context.known())
        let prepared = try await wanted.prepare()
        return try ServerJSON.response(
            Plan(
                name: prepared.name, xml: prepared.xml, disks: prepared.newDisks, cloudInit: prepared.cloudInit,
                warnings: prepared.notices, command: order.command(on: wanted.host)))
    }

    @Sendable private func create(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let order = try await request.strict(CreateOrder.self, context)
        let wanted = try await CreateWish(order, try await host(context), parts.live, try context.known())
        // What can be said at once is said at once; only an image that has to be fetched first keeps that from being known.
        let pull = try await wanted.missingImage()
        let prepared = pull == nil ? try await wanted.prepare() : nil
        let (parts, host) = (parts, wanted.host)
        let user = try context.known().user
        let status = try parts.operations.start("create \(wanted.name)", host: host.name, user: user) { report in
            let created = try await parts.audit.record(
                context, action: "create", host: host.name, machine: wanted.name
            ) {
                if let pull { _ = try await host.pullImage(pull).value(telling: report) }
                let prepared = if let prepared { prepared } else { try await wanted.prepare() }
                return try await host.create(prepared).value(telling: report)
            }
            await parts.live.look(at: created.uuid, of: host)
            if wanted.hasFirstBoot { try followFirstBoot(of: created, on: host, user: user) }
            return created
        }
        return try Started(operation: status).response()
    }

    private func host(_ context: RoostRequestContext) async throws -> Host {
        try await parts.live.host(named: try context.part("host"))
    }

    private struct Ready: Encodable {
        let name: String
        let addresses: [MachineAddress]
    }

    /// The medium of a first boot can hold secrets: somebody has to see it end, and remove it.
    private func followFirstBoot(of created: CreatedMachine, on host: Host, user: String) throws {
        _ = try parts.operations.start("first boot of \(created.name)", host: host.name, user: user) { report in
            report(OperationProgress(step: "waiting for the first boot of \(created.name)"))
            let machine = try await host.machine(created.uuid)
            let addresses = try await machine.waitUntilReady { event in
                if case .reached(let phase, _) = event { report(OperationProgress(step: phase.rawValue)) }
            }
            return Ready(name: created.name, addresses: addresses)
        }
    }
}
