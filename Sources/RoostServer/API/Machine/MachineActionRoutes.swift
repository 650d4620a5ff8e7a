import Hummingbird
import HummingbirdCore
import RoostCore

/// `/hosts/{host}/machines/{uuid}/actions/{action}`: what happens at once, or begins at once.
struct MachineActionRoutes: Sendable {
    let parts: ServerParts

    enum Action: String, CaseIterable, Codable, Sendable {
        case start, shutdown, reboot, reset, destroy, suspend, resume, save, restore, wake
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
        let manner = try Manner(request.uri.queryParameters)
        let machine = try await parts.machine(context)
        if action == .save { return try save(machine, context) }
        try await parts.audit.record(context, action: word, on: machine) {
            try await Self.perform(action, manner, on: machine)
        }
        await parts.live.look(at: machine)
        return Response(status: .noContent)
    }

    /// How it is done, where there are several ways.
    struct Manner {
        /// A start throws a saved state away.
        let fresh: Bool
        /// A start stops before the first instruction.
        let paused: Bool
        /// Through what a guest is asked.
        let signal: PowerSignal

        init(_ given: FlatDictionary<Substring, Substring>) throws(Failure) {
            fresh = try QueryNumber.truth(given, "fresh")
            paused = try QueryNumber.truth(given, "paused")
            guard let signal = PowerSignal(rawValue: given["by"].map(String.init) ?? "auto") else {
                throw Failure(
                    .usage, "by must be one of: \(PowerSignal.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            self.signal = signal
        }

        private init() { (fresh, paused, signal) = (false, false, .automatic) }

        static let usual = Manner()
    }

    static func perform(_ action: Action, _ manner: Manner = .usual, on machine: Machine) async throws {
        switch action {
        case .start: try await machine.start(fresh: manner.fresh, paused: manner.paused)
        // The guest is asked; when it has done so, that is an event.
        case .shutdown: _ = try await machine.shutdown(by: manner.signal, waiting: nil)
        case .reboot: try await machine.reboot(by: manner.signal)
        case .restore: try await machine.restore()
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
        let (audit, live) = (parts.audit, parts.live)
        let status = try parts.operations.start(
            "save \(machine.name)", host: machine.host.name, user: try context.known().user
        ) { report in
            try await audit.record(context, action: "save", on: machine) {
                try await machine.save().value(telling: report)
                await live.look(at: machine)
                return Saved(machine: machine.name)
            }
        }
        return try Started(operation: status).response()
    }
}
