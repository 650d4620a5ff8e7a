import RoostCore

extension ServerParts {
    /// Which files of the host the person may name; nil for an administrator, who may name all.
    func fileRule(_ context: RoostRequestContext, on host: Host) async throws -> HostFileRule? {
        guard try context.known().role < .administrator else { return nil }
        return HostFileRule(pools: await live.snapshot().pools.filter { $0.host == host.name })
    }
}
