import Libvirt

extension Machine {
    /// Sets whether it starts together with the host. Maps to `virDomainSetAutostart`.
    public func setAutostart(_ autostart: Bool) async throws(Failure) {
        let task =
            autostart
            ? "Cannot have \(label) started with the host" : "Cannot stop \(label) from starting with the host"
        try await doing(task) { () throws(LibvirtError) in try await domain.setAutostart(autostart) }
    }

    /// Gives it another name. Maps to `virDomainRename`.
    /// - Returns: the machine under its new name.
    /// - Throws: ``Failure``: of kind usage for a name that no machine should have, of kind exists for one that is taken, of
    ///   kind state when the machine runs or has a saved state.
    public func rename(to newName: String) async throws(Failure) -> Machine {
        do {
            try MachineName.check(newName, option: "the new name")
        } catch {
            throw Failure(.usage, "Cannot rename \(label)", why: error.what, remedy: error.remedy)
        }
        do {
            return Machine(host: host, domain: try await domain.rename(to: newName))
        } catch {
            throw await explainedRename(to: newName, error)
        }
    }

    /// libvirt has one code for all that stands in a renaming's way, so what it is is looked up.
    private func explainedRename(to newName: String, _ error: LibvirtError) async -> Failure {
        let task = "Cannot rename \(label)"
        if newName == name { return Failure(.exists, task, why: "that is its name already") }
        if (try? await host.connection.domain(named: newName)) != nil {
            return Failure(.exists, task, why: "there is a machine '\(newName)' already")
        }
        if (try? await state())?.isActive == true {
            return Failure(
                .state, task, why: "it is running", remedy: "Stop it first: roost shutdown \(reference)")
        }
        if (try? await domain.hasManagedSave()) == true {
            return Failure(
                .state, task, why: "it has a saved state",
                remedy:
                    "Let it go on and shut it down: roost restore \(reference), roost shutdown \(reference)"
            )
        }
        return Failure(task, error)
    }
}
