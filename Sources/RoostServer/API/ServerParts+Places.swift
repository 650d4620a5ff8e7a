import RoostCore

extension ServerParts {
    /// The machine that the address names. One call.
    func machine(_ context: RoostRequestContext) async throws -> Machine {
        try await live.machine(try context.uuid(), on: try context.part("host"))
    }

    /// The pool that the address names. One call.
    func pool(_ context: RoostRequestContext) async throws -> Pool {
        try await live.host(named: try context.part("host")).pool(exactly: try context.part("pool"))
    }
}
