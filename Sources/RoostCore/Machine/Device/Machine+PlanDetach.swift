import LibvirtXML

extension Machine {
    /// Works out what the detaching of a disk or drive takes away. Nothing is done.
    /// - Parameters:
    ///   - text: its target, its alias, or its file.
    ///   - deletingVolume: whether its image goes too.
    /// - Throws: ``Failure``; of kind state when its image is to go and something else needs it.
    public func planDetachDisk(
        _ text: String, scope: MachineChange.Scope = .both, deletingVolume: Bool = false
    ) async throws(Failure) -> DeviceDetachment {
        let definitions = try await definitions("Cannot change \(label)")
        let found = try DeviceSearch(machine: self, definitions: definitions.within(scope, of: self)).disk(text)
        var volume: MachineDeletion.Item?
        if deletingVolume {
            let all = try DeviceSearch(machine: self, definitions: definitions).disk(found.target)
            volume = try await volumeToDelete(all, scope, definitions)
        }
        return DeviceDetachment(
            machine: self, kind: found.kind, device: found.target, source: found.source?.text, volume: volume,
            scope: scope)
    }

    /// The same for an interface.
    /// - Parameter text: its MAC address, its alias, or its name on the host.
    public func planDetachInterface(
        _ text: String, scope: MachineChange.Scope = .both
    ) async throws(Failure) -> DeviceDetachment {
        let definitions = try await definitions("Cannot change \(label)").within(scope, of: self)
        let found = try DeviceSearch(machine: self, definitions: definitions).interface(text)
        let source = (found.live ?? found.next).flatMap { MachineInterface($0, [:]).source }
        return DeviceDetachment(
            machine: self, kind: .interface, device: found.mac, source: source, volume: nil, scope: scope)
    }

    private func volumeToDelete(
        _ found: DeviceSearch.FoundDisk, _ scope: MachineChange.Scope, _ definitions: MachineDefinitions
    ) async throws(Failure) -> MachineDeletion.Item {
        let task = "Cannot delete the image of \(found.target) of \(label)"
        let isNeeded = scope == .now && found.next != nil || scope == .nextStart && found.live != nil
        guard !isNeeded else {
            throw Failure(
                .usage, task,
                why: scope == .now ? "the next start needs it again" : "the running machine needs it",
                remedy: "Leave --\(scope == .now ? "now" : "next-boot") out.")
        }
        guard let disk = found.live ?? found.next, let definition = definitions.all.first else {
            throw Failure(.notFound, task, why: "it is gone")
        }
        let planner = MachineDeletionPlanner(
            machine: self, users: try await host.usersForDeletion(), keepsDisks: false)
        guard let item = try await planner.item(for: disk, MachineMetadata(of: definition)) else {
            throw Failure(.usage, task, why: "there is nothing in it", remedy: "Leave --delete out.")
        }
        if let reason = item.whyKept {
            throw Failure(
                .state, task, why: reason, remedy: "Leave --delete out: the disk is detached, and its image stays.")
        }
        return item
    }
}
