import NIOHTTP1
import RoostCore

extension RemoteMachine {
    func diskRows() async throws(Failure) -> [MachineDiskRow] {
        try await site.all(path + ["disks"], of: MachineDiskRow.self, task: "Cannot show the disks of \(label)")
    }

    func interfaceRows() async throws(Failure) -> [MachineInterfaceRow] {
        try await site.all(
            path + ["interfaces"], of: MachineInterfaceRow.self, task: "Cannot show the interfaces of \(label)")
    }

    static func query(_ scope: MachineChange.Scope) -> [(String, String)] {
        scope == .both ? [] : [("scope", scope.rawValue)]
    }

    /// A report calls the machine what this command calls it.
    func report(_ request: ServerRequest, task: String) async throws(Failure) -> MachineDeviceReport {
        named(try await server.ask(request, for: MachineDeviceReport.self, task: task))
    }

    func named(_ report: MachineDeviceReport) -> MachineDeviceReport {
        var report = report
        report.machine = label
        return report
    }

    // MARK: Coming and going

    func attachment(
        of device: TypedDevice, scope: MachineChange.Scope
    ) async throws(Failure) -> any SiteAttachment {
        let (list, words) =
            switch device {
            case .disk(let option): ("disks", ["disk": option.text])
            case .interface(let option): ("interfaces", ["interface": option.text])
            }
        let request = try ServerRequest.sending(
            .POST, path + [list, "plan"], query: Self.query(scope), words)
        let plan = try await server.ask(
            request, for: RemoteAttachment.Plan.self, task: "Cannot attach a device to \(label)")
        return RemoteAttachment(machine: self, list: list, words: words, scope: scope, plan: plan)
    }

    func detachment(
        ofDisk disk: String, scope: MachineChange.Scope, deletingVolume: Bool
    ) async throws(Failure) -> any SiteDetachment {
        try await detachment(
            of: path + ["disks", disk],
            query: Self.query(scope) + (deletingVolume ? [("deleteVolume", "true")] : []), disk)
    }

    func detachment(
        ofInterface interface: String, scope: MachineChange.Scope
    ) async throws(Failure) -> any SiteDetachment {
        try await detachment(of: path + ["interfaces", interface], query: Self.query(scope), interface)
    }

    private func detachment(
        of device: [String], query: [(String, String)], _ name: String
    ) async throws(Failure) -> any SiteDetachment {
        let task = "Cannot detach \(name) from \(label)"
        let answer = try await server.ask(.get(device + ["detachment"], query: query), task: task)
        return RemoteDetachment(
            machine: self, device: device, query: query, task: task,
            plan: try server.read(RemoteDetachment.Plan.self, from: answer, task: task),
            tag: try server.tag(of: answer, task: task))
    }

    // MARK: Changes

    func changeDisk(
        _ disk: String, to changes: TypedOption, scope: MachineChange.Scope
    ) async throws(Failure) -> MachineDeviceReport {
        try await report(
            try .sending(.PATCH, path + ["disks", disk], query: Self.query(scope), ["changes": changes.text]),
            task: "Cannot change the disk \(disk) of \(label)")
    }

    func changeInterface(
        _ interface: String, to changes: TypedOption, scope: MachineChange.Scope
    ) async throws(Failure) -> MachineDeviceReport {
        try await report(
            try .sending(
                .PATCH, path + ["interfaces", interface], query: Self.query(scope), ["changes": changes.text]),
            task: "Cannot change the interface \(interface) of \(label)")
    }

    func resizing(_ disk: String, to wish: DiskSizeWish) async throws(Failure) -> any SiteDiskResize {
        let task = "Cannot resize \(disk) of \(label)"
        let order = DiskSizeOrder(wish)
        let answer = try await server.ask(try .sending(.POST, path + ["disks", disk, "size"], order), task: task)
        return RemoteDiskResize(
            machine: self, plan: try server.read(RemoteDiskResize.Plan.self, from: answer, task: task),
            mayShrink: wish.mayShrink, tag: try server.tag(of: answer, task: task))
    }

    private struct Medium: Encodable {
        let medium: String
        let force: Bool
        let onlyIfEmpty: Bool
    }

    func changeMedium(
        _ change: MediumWish, drive: String?, scope: MachineChange.Scope, force: Bool
    ) async throws(Failure) -> MachineDeviceReport {
        let drive = if let drive { drive } else { try await onlyDrive(scope) }
        let place = path + ["cdroms", drive, "medium"]
        let query = Self.query(scope)
        let task = "Cannot change the medium in \(drive) of \(label)"
        func putting(_ medium: TypedOption, onlyIfEmpty: Bool) throws(Failure) -> ServerRequest {
            try .sending(
                .PUT, place, query: query, Medium(medium: medium.text, force: force, onlyIfEmpty: onlyIfEmpty))
        }
        let request =
            switch change {
            case .insert(let medium): try putting(medium, onlyIfEmpty: true)
            case .change(let medium): try putting(medium, onlyIfEmpty: false)
            case .eject: ServerRequest.delete(place, query: query + (force ? [("force", "true")] : []))
            }
        return try await report(request, task: task)
    }

    private func onlyDrive(_ scope: MachineChange.Scope) async throws(Failure) -> String {
        let drives = try await diskRows().filter { $0.kind == .cdrom }
        let meant = drives.filter { row in
            switch scope {
            case .both: true
            case .now: row.isNow
            case .nextStart: row.isAtNextStart
            }
        }
        // Where none is left by the scope, the server says what is wrong with that.
        return try onlyDrive(of: (meant.isEmpty ? drives : meant).map(\.target))
    }
}
