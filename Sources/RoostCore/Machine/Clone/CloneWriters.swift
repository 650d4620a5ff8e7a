import LibvirtXML

/// Other machines that write to a source's disks, by which its clone would be ruined.
struct CloneWriters: Sendable {
    /// The source.
    let machine: Machine
    let task: String
    let users: StorageUsers

    /// - Throws: ``Failure`` of kind state when another machine writes to the disk, or may do so below an overlay.
    func refuse(_ disk: CloneDisk) async throws(Failure) {
        for use in users.uses(of: disk.sourcePath, except: machine.uuid) where use.role.mayWrite {
            // One that is off spoils no copy, but some day all that stands on the disk.
            guard use.isActive || disk.way == .overlay else { continue }
            guard try await writes(use) else { continue }
            throw Failure(
                .state, task, why: "its disk \(disk.target) is written to by another machine: \(use)",
                remedy: use.isActive ? "Shut that one down first." : "Use --copy full.")
        }
    }

    private func writes(_ use: StorageUse) async throws(Failure) -> Bool {
        guard let uuid = use.machineUUID, let target = use.target else { return true }
        let (host, task) = (machine.host, task)
        let found = try await Host.unlessGone { () async throws(Failure) -> MachineDefinitions in
            let other = try await host.machine(uuid)
            return try await other.definitions(task)
        }
        guard let found else { return false }
        let both = [found.next, found.live].compactMap(\.self)
        return both.contains { definition in
            definition.devices.disks.contains { $0.target == target && !$0.readOnly }
        }
    }
}
