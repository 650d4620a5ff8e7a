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
        try await changing("Cannot start \(label)", refusal: startRefusal) { () throws(LibvirtError) in
            try await domain.create(flags)
        }
    }

    private func startRefusal(_ state: MachineState) -> Failure? {
        switch state {
        case .paused: Failure(.state, "\(label) is paused", remedy: "roost resume \(reference)")
        case _ where state.isActive: Failure(.state, "\(label) is \(state.rawValue) already")
        default: nil
        }
    }
}
