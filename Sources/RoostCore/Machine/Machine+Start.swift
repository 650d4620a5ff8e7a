import Libvirt

extension Machine {
    /// Starts it, from its saved state where it has one. Maps to `virDomainCreateWithFlags`.
    /// - Parameters:
    ///   - fresh: throw the saved state away and boot.
    ///   - paused: stop before the first instruction.
    /// - Throws: ``Failure``, of kind state when it runs already, and when it is a template.
    public func start(fresh: Bool = false, paused: Bool = false) async throws(Failure) {
        var flags: Domain.StartFlags = []
        if fresh { flags.insert(.forceBoot) }
        if paused { flags.insert(.paused) }
        try await refuseTemplate()
        try await changing("Cannot start \(label)", refusal: startRefusal) { () throws(LibvirtError) in
            try await domain.create(flags)
        }
    }

    /// Its disks are read-only, so that whoever starts it by other means ruins nothing; but nobody wants such a guest.
    private func refuseTemplate() async throws(Failure) {
        guard let text = try? await domain.metadata(.element, uri: MachineMetadata.namespace),
            let metadata = try? MachineMetadata(parsing: text), metadata.isTemplate
        else { return }
        throw Failure(
            .state, "\(label) is a template: other machines may stand on its disks",
            remedy: "Start a clone of it: roost clone \(reference) NEW --start. Where nothing stands on it: "
                + "roost template \(reference) --off")
    }

    private func startRefusal(_ state: MachineState) -> Failure? {
        switch state {
        case .paused: Failure(.state, "\(label) is paused", remedy: "roost resume \(reference)")
        case _ where state.isActive: Failure(.state, "\(label) is \(state.rawValue) already")
        default: nil
        }
    }
}
