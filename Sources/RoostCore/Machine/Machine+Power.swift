import Libvirt

extension Machine {
    /// Asks the guest to shut down and waits until it has. Maps to `virDomainShutdownFlags`.
    /// - Parameters:
    ///   - limit: how long to wait; nil asks and does not wait.
    ///   - force: pull the plug when the guest has not reacted by then.
    /// - Throws: ``Failure``: of kind state when it is off already, of kind timeout when the guest did not react;
    ///   `CancellationError` when the waiting was stopped, which takes nothing back.
    public func shutdown(
        by signal: PowerSignal = .automatic, waiting limit: Duration?, force: Bool = false
    ) async throws -> ShutdownOutcome {
        guard let limit else {
            try await askToShutDown(by: signal)
            return .asked
        }
        let stopped: Void? = try await withTimeLimit(limit) {
            try await self.watching([.lifecycle], after: { try await self.askToShutDown(by: signal) }) { wakeup in
                try await self.isStopped(wakeup) ? () : nil
            }
        }
        if stopped != nil { return .off }
        guard force else { throw await noReaction(within: limit) }
        do throws(Failure) {
            try await destroy()
        } catch {
            // It may have stopped by itself in the meantime.
            if error.kind == .state || error.kind == .notFound { return .off }
            throw error
        }
        return .forced
    }

    /// Asks the guest to reboot and does not wait for it. Maps to `virDomainReboot`.
    public func reboot(by signal: PowerSignal = .automatic) async throws(Failure) {
        let methods: Domain.RebootMethods =
            switch signal {
            case .automatic: []
            case .agent: .guestAgent
            case .acpi: .acpiPowerButton
            }
        try await changing("Cannot reboot \(label)", refusal: notRunning) { () throws(LibvirtError) in
            try await domain.reboot(methods)
        }
    }

    /// Presses the reset button: what the guest has not written is lost. Maps to `virDomainReset`.
    public func reset() async throws(Failure) {
        try await changing("Cannot reset \(label)", refusal: notRunning) { () throws(LibvirtError) in
            try await domain.reset()
        }
    }

    /// Pulls the plug: what the guest has not written is lost. Maps to `virDomainDestroyFlags`.
    public func destroy() async throws(Failure) {
        try await changing("Cannot destroy \(label)", refusal: offAlready) { () throws(LibvirtError) in
            try await domain.destroy()
        }
    }

    /// Freezes it; its memory stays where it is. Maps to `virDomainSuspend`.
    public func suspend() async throws(Failure) {
        let refusal = { (state: MachineState) in
            state == .paused ? Failure(.state, "\(label) is paused already") : notRunning(state)
        }
        try await changing("Cannot suspend \(label)", refusal: refusal) { () throws(LibvirtError) in
            try await domain.suspend()
        }
    }

    /// Lets a suspended one go on. Maps to `virDomainResume`.
    public func resume() async throws(Failure) {
        let refusal = { (state: MachineState) in
            state == .running ? Failure(.state, "\(label) is running already") : notRunning(state)
        }
        try await changing("Cannot resume \(label)", refusal: refusal) { () throws(LibvirtError) in
            try await domain.resume()
        }
    }

    /// Wakes a guest that has put itself to sleep. Maps to `virDomainPMWakeup`.
    public func wake() async throws(Failure) {
        let refusal = { (state: MachineState) in
            state == .pmSuspended ? nil : Failure(.state, "\(label) does not sleep")
        }
        try await changing("Cannot wake \(label)", refusal: refusal) { () throws(LibvirtError) in
            try await domain.wakeUp()
        }
    }

    private func askToShutDown(by signal: PowerSignal) async throws(Failure) {
        // Without a method libvirt does what is wanted here: it asks the agent where one is connected, and presses the
        // power button where none is or where it does not answer.
        let methods: Domain.ShutdownMethods =
            switch signal {
            case .automatic: []
            case .agent: .guestAgent
            case .acpi: .acpiPowerButton
            }
        try await changing("Cannot shut down \(label)", refusal: offAlready) { () throws(LibvirtError) in
            try await domain.shutdown(methods)
        }
    }

    private func noReaction(within limit: Duration) async -> Failure {
        let isPaused = (try? await state()) == .paused
        return Failure(
            .timeout, "\(label) has not shut down within \(limit.components.seconds) s",
            why: isPaused ? "it is paused" : "the guest does not react",
            remedy: isPaused
                ? "roost resume \(reference)"
                : "Wait longer, or pull the plug: roost destroy \(reference)")
    }
}
