import Hummingbird
import RoostCore

/// `/hosts/{host}/machines/{uuid}/changes` and `/waits`: what the command line asks of a machine.
struct MachineChangeRoutes: Sendable {
    let parts: ServerParts

    /// The longest that is waited for something, in seconds.
    private static let longest = 7 * 86_400

    func add(to group: RouterGroup<RoostRequestContext>) {
        let operating = group.requires(.operator)
        operating.post("/hosts/{host}/machines/{uuid}/changes", use: change)
        operating.post("/hosts/{host}/machines/{uuid}/waits", use: wait)
    }

    private struct Change: StrictBody {
        static let fields: Set<String> = [
            "memory", "maximumMemory", "vcpus", "maximumVCPUs", "title", "notes", "addedTags", "removedTags",
            "bootOrder", "cpu", "scope",
        ]

        /// In bytes.
        var memory: UInt64?
        /// In bytes.
        var maximumMemory: UInt64?
        var vcpus: Int?
        var maximumVCPUs: Int?
        var title: String?
        var notes: String?
        var addedTags: [String]?
        var removedTags: [String]?
        var bootOrder: [String]?
        var cpu: String?
        var scope: MachineChange.Scope?

        var change: MachineChange {
            MachineChange(
                memory: memory, maximumMemory: maximumMemory, vcpus: vcpus, maximumVCPUs: maximumVCPUs, title: title,
                notes: notes, addedTags: addedTags ?? [], removedTags: removedTags ?? [],
                bootOrder: bootOrder, cpu: cpu, scope: scope ?? .both)
        }
    }

    @Sendable private func change(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let change = try await request.strict(Change.self, context).change
        try change.validate()
        let machine = try await parts.machine(context)
        let report = try await parts.audit.record(
            context, action: "change", on: machine
        ) {
            try await machine.change(change)
        }
        await parts.live.look(at: machine)
        return try ServerJSON.response(report)
    }

    private struct Wish: StrictBody {
        static let fields: Set<String> = ["for", "timeout"]

        let condition: MachineCondition
        /// In seconds; none waits as long as is waited for anything.
        let timeout: Int?

        private enum CodingKeys: String, CodingKey {
            case condition = "for"
            case timeout
        }
    }

    /// Nothing is changed by it, but for the seed of a first boot that is over. It ends when nobody asks about it any more.
    @Sendable private func wait(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wish = try await request.strict(Wish.self, context)
        guard (0...Self.longest).contains(wish.timeout ?? 0) else {
            throw Failure(.usage, "timeout must be from 0 to \(Self.longest) seconds")
        }
        let machine = try await parts.machine(context)
        let limit = Duration.seconds(wish.timeout ?? Self.longest)
        let live = parts.live
        let status = try parts.operations.start(
            "wait for \(machine.name) (\(wish.condition.rawValue))", host: machine.host.name,
            user: try context.known().user, as: .wait
        ) { report in
            let addresses =
                if wish.condition == .ready {
                    try await machine.waitUntilReady(timeout: limit) { event in
                        if case .reached(let phase, _) = event { report(OperationProgress(step: phase.rawValue)) }
                    }
                } else {
                    try await machine.wait(for: wish.condition, timeout: limit)
                }
            await live.look(at: machine)
            return MachineReady(name: machine.name, addresses: addresses)
        }
        return try Started(operation: status).response()
    }
}
