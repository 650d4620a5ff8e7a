import Libvirt

extension Host {
    /// The machines as rows, in the order of their names.
    ///
    /// Four calls however many machines there are. A filter by tags adds one, and one a machine, five at a time: libvirt
    /// hands out metadata one by one.
    /// - Throws: ``Failure``; of kind notFound for a name without a pattern that no machine has.
    public func machineList(_ filter: MachineFilter = MachineFilter()) async throws(Failure) -> [MachineSummary] {
        let list = try await namedMachines(filter)
        if let failure = filter.names.lazy.compactMap({ list.missing[$0] }).first { throw failure }
        return list.rows
    }

    /// The same, with the names that no machine has.
    public func namedMachines(_ filter: MachineFilter) async throws(Failure) -> NamedRows<MachineSummary> {
        let (found, missing) = filter.byName(try await inventory())
        var rows = found.filter { filter.states.isEmpty || filter.states.contains($0.state) }
        if !filter.tags.isEmpty { rows = try await tagged(rows, with: filter.tags) }
        return NamedRows(rows: rows.sorted { $0.name < $1.name }, missing: missing)
    }

    /// Four calls, side by side: far away each costs a round trip.
    /// - Parameter chosen: only these machines, without those of them that are gone; nil means all.
    func inventory(of chosen: [Libvirt.Domain]? = nil) async throws(Failure) -> [MachineSummary] {
        let connection = connection
        let task = "Cannot list the machines"
        async let flagged = attempt { () throws(Failure) in
            try await concurrently([DomainSelection.autostart, .transient, .managedSave]) {
                selection throws(Failure) in
                try await doing(task) { () throws(LibvirtError) in
                    Set(try await connection.domains(selection).map(\.uuid))
                }
            }
        }
        // A guest that does not answer its monitor must not hold up the list.
        let statistics = try await doing(task) { () throws(LibvirtError) in
            let groups: Libvirt.Domain.StatisticsGroups = [.state, .balloon, .vcpu]
            return if let chosen {
                try await connection.statistics(of: chosen, groups, flags: .noWait)
            } else {
                try await connection.domainStatistics(groups, flags: .noWait)
            }
        }
        let sets = try await flagged.get()
        let (autostart, transient, saved) = (sets[0], sets[1], sets[2])
        return statistics.map { entry in
            let uuid = entry.domain.uuid
            return MachineSummary(
                name: entry.domain.name, uuid: uuid.description, id: entry.domain.id.map(Int.init), host: name,
                state: MachineState(entry.status?.state), vcpus: entry.vcpuCurrent.map { Int(clamping: $0) },
                memory: bytes(entry.balloonCurrent ?? entry.balloonMaximum),
                maximumMemory: bytes(entry.balloonMaximum),
                autostart: autostart.contains(uuid), persistent: !transient.contains(uuid),
                hasSavedState: saved.contains(uuid), tags: nil)
        }
    }

    /// libvirt counts memory in KiB; a host that claims more than there can be is not believed.
    private func bytes(_ kibibytes: UInt64?) -> UInt64? {
        kibibytes.map { $0.multipliedSaturating(by: 1024) }
    }

    /// The rows that have all the tags. Gives each its tags.
    private func tagged(_ rows: [MachineSummary], with tags: [String]) async throws(Failure) -> [MachineSummary] {
        let chosen = Set(rows.map(\.uuid))
        // By handle, since a row has none: one more call for all of them.
        let candidates = try await machines().filter { chosen.contains($0.uuid) }
        let found = try await concurrently(candidates) { machine throws(Failure) in
            (machine.uuid, try await machine.tags())
        }
        let known = Dictionary(found) { first, _ in first }
        return rows.compactMap { row in
            guard let own = known[row.uuid], Set(tags).isSubset(of: own) else { return nil }
            var row = row
            row.tags = own
            return row
        }
    }
}

extension MachineFilter {
    /// The rows that the names choose. A pattern may well match nothing; a name that is not there is a mistake.
    fileprivate func byName(_ rows: [MachineSummary]) -> (found: [MachineSummary], missing: [String: Failure]) {
        guard !names.isEmpty else { return (rows, [:]) }
        let (found, _) = NamePattern.select(names, from: rows, name: \.name, uuid: \.uuid, id: \.id)
        return (found, NamePattern.missing(names, from: rows, name: \.name, uuid: \.uuid, id: \.id))
    }
}

extension MachineState {
    init(_ state: Domain.State?) {
        self =
            switch state {
            case .running: .running
            case .blocked: .blocked
            case .paused: .paused
            case .shutdown: .shuttingDown
            case .shutOff: .off
            case .crashed: .crashed
            case .powerManagementSuspended: .pmSuspended
            default: .unknown
            }
    }
}
