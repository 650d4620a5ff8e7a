import Hummingbird
import RoostCore

/// `/machines/actions`: the same with many machines of many hosts, as one operation that tells what became of each.
struct MachineBulkRoutes: Sendable {
    let parts: ServerParts

    /// So many at a time on one host: libvirt serves five requests of a client at once, and others want to be served too.
    private static let atOnce = 4

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.operator, filtersHosts: true).post("/machines/actions", use: run)
    }

    struct Place: Hashable, Codable, Sendable {
        let host: String
        let uuid: String
    }

    private struct Order: StrictBody {
        static let fields: Set<String> = ["action", "machines"]
        static let most = 10_000

        let action: MachineActionRoutes.Action
        let machines: [Place]
    }

    /// What became of one machine.
    struct Outcome: Codable, Sendable {
        let host: String
        let uuid: String
        let name: String
        /// nil where it was done.
        let failure: Failure?
    }

    struct Outcomes: Codable, Sendable, OperationResult {
        /// In the order in which they were asked for.
        let machines: [Outcome]
        let failed: Int

        var failure: Failure? {
            guard failed > 0, let first = machines.first(where: { $0.failure != nil }) else { return nil }
            return Failure(
                first.failure?.kind ?? .general, "\(failed) of \(machines.count) failed",
                why: "\(first.name): \(first.failure?.why ?? first.failure?.what ?? "unknown")",
                remedy: first.failure?.remedy)
        }
    }

    @Sendable private func run(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let order = try await request.strict(Order.self, context)
        let identity = try context.known()
        guard (1...Order.most).contains(order.machines.count) else {
            throw Failure(.usage, "machines must be 1 to \(Order.most) machines")
        }
        var rows: [LiveMachine] = []
        var seen: Set<Place> = []
        for place in order.machines {
            if let own = identity.host, own != place.host { throw Problem.outsideTheTokensHost(own) }
            guard let uuid = Host.canonicalUUID(place.uuid) else {
                throw Failure(.usage, "'\(place.uuid.prefix(80))' is no UUID")
            }
            guard seen.insert(Place(host: place.host, uuid: uuid)).inserted else { continue }
            rows.append(try await parts.live.row(uuid, on: place.host))
        }
        let hosts = Set(rows.map(\.host))
        let what = rows.count == 1 ? rows[0].name : "\(rows.count) machines"
        let wanted = rows
        let status = try parts.operations.start(
            "\(order.action.rawValue) \(what)", host: hosts.count == 1 ? rows[0].host : "", user: identity.user
        ) { report in
            await perform(order.action, on: wanted, context, report)
        }
        return try Started(operation: status).response()
    }

    private func perform(
        _ action: MachineActionRoutes.Action, on rows: [LiveMachine], _ context: RoostRequestContext,
        _ report: @escaping @Sendable (OperationProgress) -> Void
    ) async -> Outcomes {
        let counter = OutcomeCounter(total: rows.count, report: report)
        // A host that is slow holds up its own machines only.
        let outcomes = await withTaskGroup(of: [Outcome].self) { group in
            for (_, rows) in Dictionary(grouping: rows, by: \.host) {
                group.addTask { await self.perform(action, onOneHost: rows, context, counter) }
            }
            var all: [Place: Outcome] = [:]
            for await outcomes in group {
                for each in outcomes { all[Place(host: each.host, uuid: each.uuid)] = each }
            }
            return all
        }
        let ordered = rows.compactMap { outcomes[Place(host: $0.host, uuid: $0.uuid)] }
        return Outcomes(machines: ordered, failed: ordered.count { $0.failure != nil })
    }

    private func perform(
        _ action: MachineActionRoutes.Action, onOneHost rows: [LiveMachine], _ context: RoostRequestContext,
        _ counter: OutcomeCounter
    ) async -> [Outcome] {
        var outcomes: [Outcome] = []
        await withTaskGroup(of: Outcome.self) { group in
            for (index, row) in rows.enumerated() {
                if index >= Self.atOnce, let outcome = await group.next() { outcomes.append(outcome) }
                group.addTask {
                    let failure = await self.failure(of: action, on: row, context)
                    counter.note(row.name)
                    return Outcome(host: row.host, uuid: row.uuid, name: row.name, failure: failure)
                }
            }
            for await outcome in group { outcomes.append(outcome) }
        }
        return outcomes
    }

    /// - Returns: nil where it was done.
    private func failure(
        of action: MachineActionRoutes.Action, on row: LiveMachine, _ context: RoostRequestContext
    ) async -> Failure? {
        guard !Task.isCancelled else {
            return Failure(.interrupted, "\(row.name) was left as it was", why: "it was stopped")
        }
        do {
            let machine = try await parts.live.machine(row.uuid, on: row.host)
            try await parts.audit.record(context, action: action.rawValue, host: row.host, machine: row.name) {
                try await MachineActionRoutes.perform(action, on: machine)
            }
            return nil
        } catch let failure as Failure {
            return failure
        } catch {
            return Failure(.general, "Cannot \(action.rawValue) \(row.name)", why: "\(error)")
        }
    }
}
