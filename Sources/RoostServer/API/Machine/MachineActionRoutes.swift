import Hummingbird
import RoostCore

/// `/hosts/{host}/machines/{uuid}/actions/{action}`: what happens at once, or begins at once.
struct MachineActionRoutes: Sendable {
    let parts: ServerParts

    enum Action: String, CaseIterable, Codable, Sendable {
        case start, shutdown, reboot, reset, destroy, suspend, resume, save, wake
    }

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.operator).post("/hosts/{host}/machines/{uuid}/actions/{action}", use: run)
    }

    @Sendable private func run(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let word = try context.part("action")
        guard let action = Action(rawValue: word) else {
            throw Failure(
                .notFound, "There is no action '\(word.prefix(40))'",
                remedy: "Known are: \(Action.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let machine = try await parts.machine(context)
        if action == .save { return try save(machine, context) }
        try await parts.audit.record(context, action: word, host: machine.host.name, machine: machine.name) {
            try await Self.perform(action, on: machine)
        }
        return Response(status: .noContent)
    }

    static func perform(_ action: Action, on machine: Machine) async throws {
        switch action {
        case .start: try await machine.start()
        // The guest is asked; when it has done so, that is an event.
        case .shutdown: _ = try await machine.shutdown(waiting: nil)
        case .reboot: try await machine.reboot()
        case .reset: try await machine.reset()
        case .destroy: try await machine.destroy()
        case .suspend: try await machine.suspend()
        case .resume: try await machine.resume()
        case .wake: try await machine.wake()
        case .save: _ = try await machine.save().value
        }
    }

    private struct Saved: Encodable {
        let machine: String
    }

    /// Its memory is written to a disk, which takes its time.
    private func save(_ machine: Machine, _ context: RoostRequestContext) throws -> Response {
        let audit = parts.audit
        let status = try parts.operations.start(
            "save \(machine.name)", host: machine.host.name, user: try context.known().user
        ) { report in
            try await audit.record(context, action: "save", host: machine.host.name, machine: machine.name) {
                try await OperationCentre.follow(machine.save(), report)
                return Saved(machine: machine.name)
            }
        }
        return try Started(operation: status).response()
    }
}
