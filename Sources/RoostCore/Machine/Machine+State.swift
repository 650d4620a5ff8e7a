import Libvirt

extension Machine {
    /// What it is doing now. Maps to `virDomainGetState`.
    /// - Throws: ``Failure``, of kind notFound when it is gone.
    public func state() async throws(Failure) -> MachineState {
        try await doing("Cannot read the state of \(label)") { () throws(LibvirtError) in
            MachineState(try await domain.status().state)
        }
    }

    /// Makes a call that the present state may forbid. libvirt's "domain is not running" becomes a sentence about this
    /// machine.
    /// - Parameter refusal: what to say in that state; nil where the state is no reason.
    func changing(
        _ task: String, refusal: (MachineState) -> Failure?, _ body: () async throws(LibvirtError) -> Void
    ) async throws(Failure) {
        do {
            try await body()
        } catch {
            // The state is read only after the call has failed: read before it, it could change in between.
            // The test driver calls it an internal error.
            if [.operationInvalid, .internalError].contains(error.code), let state = try? await state(),
                let failure = refusal(state)
            {
                throw failure
            }
            throw Failure(task, error)
        }
    }

    /// For what stops a machine.
    func offAlready(_ state: MachineState) -> Failure? {
        state.isActive ? nil : Failure(.state, "\(label) is off already")
    }

    /// For what only a machine that runs can do.
    func notRunning(_ state: MachineState) -> Failure? {
        state.isActive ? nil : Failure(.state, "\(label) is off", remedy: "roost start \(reference)")
    }
}
