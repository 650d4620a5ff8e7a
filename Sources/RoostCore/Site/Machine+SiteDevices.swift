extension Machine {
    public func attachment(
        of device: TypedDevice, scope: MachineChange.Scope
    ) async throws(Failure) -> any SiteAttachment {
        let parsed: NewDevice =
            switch device {
            case .disk(let option): try .disk(parsing: option.text, in: option.context(for: host))
            case .interface(let option): try .interface(parsing: option.text, in: option.context(for: host))
            }
        return MachineAttachment(machine: self, prepared: try await prepare(parsed, scope: scope))
    }

    public func detachment(
        ofDisk disk: String, scope: MachineChange.Scope, deletingVolume: Bool
    ) async throws(Failure) -> any SiteDetachment {
        try await planDetachDisk(disk, scope: scope, deletingVolume: deletingVolume)
    }

    public func detachment(
        ofInterface interface: String, scope: MachineChange.Scope
    ) async throws(Failure) -> any SiteDetachment { try await planDetachInterface(interface, scope: scope) }

    public func changeDisk(
        _ disk: String, to changes: TypedOption, scope: MachineChange.Scope
    ) async throws(Failure) -> MachineDeviceReport {
        let option = try DiskOption.changes(parsing: changes.text, in: changes.context(for: host))
        return try await changeDisk(disk, option, scope: scope)
    }

    public func changeInterface(
        _ interface: String, to changes: TypedOption, scope: MachineChange.Scope
    ) async throws(Failure) -> MachineDeviceReport {
        let option = try NetworkOption.changes(parsing: changes.text, in: changes.context(for: host))
        return try await changeInterface(interface, option, scope: scope)
    }

    public func changeMedium(
        _ change: MediumWish, drive: String?, scope: MachineChange.Scope, force: Bool
    ) async throws(Failure) -> MachineDeviceReport {
        let parsed: MediumChange =
            switch change {
            case .insert(let medium): .insert(try Self.medium(parsing: medium.text, in: medium.context(for: host)))
            case .change(let medium): .change(try Self.medium(parsing: medium.text, in: medium.context(for: host)))
            case .eject: .eject
            }
        return try await changeMedium(parsed, drive: drive, scope: scope, force: force, rule: nil)
    }

    public func resizing(_ disk: String, to wish: DiskSizeWish) async throws(Failure) -> any SiteDiskResize {
        try await planResize(disk, shrink: wish.mayShrink) { now throws(Failure) in try wish.size(from: now) }
    }

    private struct MachineAttachment: SiteAttachment {
        let machine: Machine
        let prepared: PreparedDevice

        var notices: [String] { prepared.notices }
        var xml: String { prepared.xml }

        func attach() -> Operation<MachineDeviceReport> { machine.attach(prepared) }
    }
}

extension DeviceDetachment: SiteDetachment {
    public func detach(within limit: Duration) async throws(Failure) -> MachineDeviceReport {
        try await machine.detach(self, limit: limit)
    }
}

extension Machine.DiskResize: SiteDiskResize {
    public func resize() async throws(Failure) -> MachineDeviceReport { try await machine.resize(self) }
}
