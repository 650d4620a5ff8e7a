import Libvirt

extension Machine {
    /// Starts it, from its saved state where it has one. Maps to `virDomainCreateWithFlags`.
    /// - Parameters:
    ///   - fresh: throw the saved state away and boot.
    ///   - paused: stop before the first instruction.
    /// - Throws: ``Failure``, of kind state when it runs already.
    public func start(fresh: Bool = false, paused: Bool = false) async throws(Failure) {
        var flags: Domain.StartFlags = []
        if fresh { flags.insert(.forceBoot) }
        if paused { flags.insert(.paused) }
        try await doing("Cannot start \(name)") { () throws(LibvirtError) in try await domain.create(flags) }
    }
}
