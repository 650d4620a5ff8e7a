import Libvirt

extension Host {
    /// Works out what the deletion of machines takes away. Nothing is done.
    /// - Parameters:
    ///   - keepDisks: all disks stay, and with them the firmware's variables and the TPM's state.
    ///   - force: machines that run are ended by force.
    /// - Returns: a plan for each machine that can be deleted, in the order of their names, and a failure for each text
    ///   that names nothing and each machine that cannot be deleted.
    /// - Throws: ``Failure`` when it is not known who uses which file: then nothing may be deleted.
    public func planDeletion(
        of texts: [String], keepDisks: Bool = false, force: Bool = false
    ) async throws(Failure) -> (plans: [MachineDeletion], failures: [Failure]) {
        let (found, missing) = NamePattern.select(
            texts, from: try await machines(), name: \.name, uuid: \.uuid, id: \.id)
        let (plans, failures) = try await planDeletion(of: found, keepDisks: keepDisks, force: force)
        return (plans, missing + failures)
    }

    /// The same for machines of this host that are found already.
    public func planDeletion(
        of found: [Machine], keepDisks: Bool = false, force: Bool = false
    ) async throws(Failure) -> (plans: [MachineDeletion], failures: [Failure]) {
        var failures: [Failure] = []
        guard !found.isEmpty else { return ([], failures) }
        let users = try await usersForDeletion()
        var plans: [MachineDeletion] = []
        for machine in found {
            do throws(Failure) {
                let plan = try await MachineDeletionPlanner(machine: machine, users: users, keepsDisks: keepDisks)
                    .plan()
                guard force || !plan.isActive else {
                    throw Failure(
                        .state, "Cannot delete \(machine.label)", why: "it runs",
                        remedy:
                            "Shut it down first (roost shutdown \(machine.reference)), or end it at once with --force."
                    )
                }
                plans.append(plan)
            } catch {
                failures.append(error)
            }
        }
        return (plans, failures)
    }

    /// Deletes machines as planned: what differs from its plan by now is left alone.
    ///
    /// Ends the machine where it runs, removes its definition, then deletes its volumes. Maps to `virDomainDestroyFlags`,
    /// `virDomainUndefineFlags` and `virStorageVolDelete`.
    /// - Parameter deleted: told of each machine that is gone, and which of its files.
    /// - Returns: a failure for each machine that was left alone and each file that could not be deleted.
    public func delete(
        _ plans: [MachineDeletion], keepDisks: Bool = false, deleted: (MachineDeletion, [String]) -> Void
    ) async throws(Failure) -> [Failure] {
        // Read anew: a person may have taken long to agree.
        let users = try await usersForDeletion()
        var failures: [Failure] = []
        for plan in plans {
            do throws(Failure) {
                let (gone, left) = try await delete(plan, users, keepDisks: keepDisks)
                deleted(plan, gone)
                failures += left
            } catch {
                failures.append(error)
            }
        }
        return failures
    }

    private func delete(
        _ plan: MachineDeletion, _ users: StorageUsers, keepDisks: Bool
    ) async throws(Failure) -> (gone: [String], left: [Failure]) {
        let machine = try await machine(plan.uuid)
        let now = try await MachineDeletionPlanner(machine: machine, users: users, keepsDisks: keepDisks).plan()
        guard now.keepsTo(plan) else {
            throw Failure(
                .state, "Did not delete \(plan.machine)", why: "it, or who uses its files, has changed meanwhile",
                remedy: "Look again at what goes: roost delete \(ShellWord.quoted(plan.machine))")
        }
        // The handles are looked up while the definition still says whose they are.
        var volumes: [(path: String, volume: DeletableVolume)] = []
        for item in plan.going where !item.goesWithDefinition {
            // Only files go that no pool holds: devices do not.
            guard let path = item.path, case .goes(let found) = try await diskRemoval(path, isFile: true, users) else {
                continue
            }
            volumes.append((path, found))
        }
        let ports = await closePorts(of: machine, now)
        try await machine.end(now)
        let (gone, leftVolumes) = await delete(volumes, of: plan)
        return (gone, ports + leftVolumes + (await removeLog(of: plan)))
    }

    /// Before the machine, whose definition says which address was kept for them.
    private func closePorts(of machine: Machine, _ plan: MachineDeletion) async -> [Failure] {
        guard !plan.ports.isEmpty else { return [] }
        let closing = await Task { await attempt { () throws(Failure) in _ = try await machine.unpublish([]) } }.value
        guard case .failure(let failure) = closing else { return [] }
        return [
            Failure(
                failure.kind, "Deleted \(plan.machine), but its ports of the host may still lead somewhere",
                why: failure.why ?? failure.what,
                remedy: "As root on the host, or with sudo: roost net forward --apply")
        ]
    }

    /// After the machine, which would write a new one.
    private func removeLog(of plan: MachineDeletion) async -> [Failure] {
        guard let path = plan.going.first(where: { $0.what == MachineDeletion.serialLog })?.path else { return [] }
        let log = SerialLog(connection: connection, path: path, label: plan.machine)
        let removal = await Task { await attempt { () throws(Failure) in try await log.remove() } }.value
        if case .failure(let failure) = removal { return [failure] }
        return []
    }

    /// Goes on after a failure and after a cancellation: the definition, which names the files, is gone.
    private func delete(
        _ volumes: [(path: String, volume: DeletableVolume)], of plan: MachineDeletion
    ) async -> (gone: [String], left: [Failure]) {
        await Task {
            var gone: [String] = []
            var left: [Failure] = []
            for (path, volume) in volumes {
                do throws(LibvirtError) {
                    try await volume.delete(on: connection)
                    gone.append(path)
                } catch {
                    guard error.code != .noStorageVolume else { continue }
                    let failure = Failure("Deleted \(plan.machine), but not its file \(path)", error)
                    let remedy =
                        volume.volume == nil
                        ? "Remove the file yourself when that is settled."
                        : "Delete it when that is settled: roost volume delete \(ShellWord.quoted(path))"
                    left.append(Failure(failure.kind, failure.what, why: failure.why, remedy: remedy))
                }
            }
            return (gone, left)
        }.value
    }
}

extension Machine {
    /// Stops it by force where it runs, and removes its definition with all that libvirt keeps beside it.
    fileprivate func end(_ plan: MachineDeletion) async throws(Failure) {
        let task = "Cannot delete \(label)"
        let flags = plan.isPersistent ? try await undefineFlags(plan, task) : []
        if plan.isActive {
            try await doing(task) { () throws(LibvirtError) in try await domain.destroy() }
        }
        guard plan.isPersistent else { return }
        do throws(Failure) {
            try await doing(task) { () throws(LibvirtError) in try await domain.undefine(flags) }
        } catch {
            guard plan.isActive else { throw error }
            throw Failure(error.kind, error.what, why: error.why, remedy: "It was stopped; nothing of it was deleted.")
        }
    }

    private func undefineFlags(
        _ plan: MachineDeletion, _ task: String
    ) async throws(Failure) -> Libvirt.Domain.UndefineFlags {
        var flags: Libvirt.Domain.UndefineFlags = [.managedSave, .snapshotsMetadata]
        if plan.checkpoints > 0 { flags.insert(.checkpointsMetadata) }
        for item in plan.items {
            switch item.what {
            case MachineDeletion.firmwareVariables: flags.insert(item.whyKept == nil ? .nvram : .keepNVRAM)
            case MachineDeletion.tpmState:
                let version = try await doing(task) { () throws(LibvirtError) in
                    try await host.connection.daemonVersion()
                }
                // Before 8.9 the state always went with the definition.
                if version >= Version(8, 9) {
                    flags.insert(item.whyKept == nil ? .tpm : .keepTPM)
                } else if item.whyKept != nil {
                    throw Failure(
                        .unsupported, task, why: "libvirt \(version) on the host cannot keep the TPM's state",
                        remedy: "Leave --keep-disks out, or copy the state first.")
                }
            default: break
            }
        }
        return flags
    }
}
