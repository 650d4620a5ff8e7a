import Libvirt
import LibvirtXML

/// Works out what a machine's deletion takes away.
///
/// The rule is that a file goes only when all is known about it: it is this machine's own writable disk, an ordinary file
/// or the volume of a running pool, and nobody else needs it. Everything else stays, with the reason.
struct MachineDeletionPlanner: Sendable {
    let machine: Machine
    let users: StorageUsers
    let keepsDisks: Bool

    func plan() async throws(Failure) -> MachineDeletion {
        let task = "Cannot delete \(machine.label)"
        let definitions = try await machine.definitions(task)
        let (snapshots, checkpoints) = try await records(task)
        var plan = MachineDeletion(
            machine: machine.label, uuid: machine.uuid, isActive: definitions.live != nil,
            isPersistent: definitions.next != nil, items: [], snapshots: snapshots.count, checkpoints: checkpoints)
        plan.ports = (definitions.next ?? definitions.live).map { MachineMetadata(of: $0).ports } ?? []
        plan.items = try await disks(definitions)
        plan.items += try await backingFiles(below: plan.items)
        plan.items += companions(definitions)
        if definitions.hasSavedState {
            plan.items.append(Self.item("saved state", nil, kept: nil, goesWithDefinition: true))
        }
        plan.items += try await memoryFiles(of: snapshots)
        // A disk of the running machine and of its definition, or below two disks, is one file.
        var seen: Set<String> = []
        plan.items = plan.items.filter { item in item.path.map { seen.insert($0).inserted } ?? true }
        return plan
    }

    /// Hypervisors without snapshots have none.
    private func records(_ task: String) async throws(Failure) -> (
        snapshots: [Libvirt.DomainSnapshot], checkpoints: Int
    ) {
        try await doing(task) { () throws(LibvirtError) in
            (
                try await Self.supported { () throws(LibvirtError) in try await machine.domain.snapshots() } ?? [],
                try await Self.supported { () throws(LibvirtError) in try await machine.domain.checkpoints() }?.count
                    ?? 0
            )
        }
    }

    private static func supported<Value>(
        _ body: () async throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value? {
        do throws(LibvirtError) {
            return try await body()
        } catch {
            guard [.noSupport, .operationUnsupported].contains(error.code) else { throw error }
            return nil
        }
    }

    private func disks(_ definitions: MachineDefinitions) async throws(Failure) -> [MachineDeletion.Item] {
        var items: [MachineDeletion.Item] = []
        for definition in [definitions.next, definitions.live].compactMap(\.self) {
            for disk in definition.devices.disks {
                if let item = try await item(for: disk, MachineMetadata(of: definition)), !items.contains(item) {
                    items.append(item)
                }
            }
        }
        return items
    }

    func item(for disk: Disk, _ metadata: MachineMetadata) async throws(Failure) -> MachineDeletion.Item? {
        guard let source = disk.source else { return nil }
        let device = disk.device?.rawValue ?? "disk"
        let what = disk.target.map { "\(device) \($0)" } ?? device
        let path: String
        switch source {
        case .file(let text), .block(let text): path = text
        case .directory(let text): return Self.item(what, text, kept: "it is a directory of the host")
        case .volume(let pool, let name):
            let found = try await Host.present("Cannot find the volume \(pool)/\(name)") { () throws(LibvirtError) in
                try await machine.host.connection.storagePool(named: pool).volume(named: name).path()
            }
            guard let found else {
                return Self.item(what, "\(pool)/\(name)", kept: "its pool does not run, or it is gone")
            }
            path = found
        case .network(let server):
            return Self.item(
                what, "\(server.protocol):\(server.name ?? "")", kept: "it is on a server, where Roost deletes nothing")
        case .other(let type): return Self.item(what, nil, kept: "it is of the kind '\(type.rawValue)'")
        }
        // The medium of its first boot is its own.
        let isSeed =
            disk.device == .cdrom && path == metadata.seed && users.reason(for: path, except: machine.uuid) == nil
        if disk.device == .cdrom || disk.device == .floppy, !isSeed {
            return Self.item(what, path, kept: "it is a medium in a drive")
        }
        // A template's disks are read-only to keep what stands on them; that is looked for below.
        if disk.readOnly, !isSeed, !metadata.isTemplate {
            return Self.item(what, path, kept: "it is read-only to the machine")
        }
        if disk.shareable { return Self.item(what, path, kept: "it is marked as shared with others") }
        if let users = users.reason(for: path, except: machine.uuid) {
            return Self.item(what, path, kept: "it is used by \(users)")
        }
        if keepsDisks, !isSeed { return Self.item(what, path, kept: "disks are to be kept") }
        let isFile = if case .file = source { true } else { false }
        switch try await machine.host.diskRemoval(path, isFile: isFile, users) {
        case .goes(let volume):
            return MachineDeletion.Item(
                what: what, path: path, size: volume.size, whyKept: nil, goesWithDefinition: false)
        case .gone: return MachineDeletion.Item(what: what, path: path, goesWithDefinition: false, isGone: true)
        case .stays(let reason): return Self.item(what, path, kept: reason)
        }
    }

    /// What the disks stand on. It stays in any case: an overlay that Roost cannot see may stand on it too.
    private func backingFiles(below disks: [MachineDeletion.Item]) async throws(Failure) -> [MachineDeletion.Item] {
        var items: [MachineDeletion.Item] = []
        for disk in disks {
            guard let path = disk.path else { continue }
            for below in users.pathsBelow(path, of: machine.uuid) {
                items.append(
                    Self.item("image below \(disk.what)", below, kept: "others may stand on it"))
            }
        }
        return items
    }

    /// Files other than disks: firmware variables, the TPM's state, kernels.
    private func companions(_ definitions: MachineDefinitions) -> [MachineDeletion.Item] {
        let both = [definitions.next, definitions.live].compactMap(\.self)
        let whyKept = keepsDisks ? "it belongs to the disks" : nil
        var items: [MachineDeletion.Item] = []
        if both.contains(where: \.hasFirmwareVariables) {
            // Where libvirt chose the file, only the running machine's definition names it.
            let path = both.compactMap { $0.os.nvram }.first
            let others = path.flatMap { users.reason(for: $0, except: machine.uuid) }.map { "it is used by \($0)" }
            items.append(
                Self.item(
                    MachineDeletion.firmwareVariables, path, kept: others ?? whyKept, goesWithDefinition: true))
        }
        if both.contains(where: { $0.devices.tpms.contains { $0.backend == .emulator } }) {
            items.append(Self.item(MachineDeletion.tpmState, nil, kept: whyKept, goesWithDefinition: true))
        }
        for definition in both {
            for (what, path) in [("kernel", definition.os.kernel), ("initrd", definition.os.initrd)] {
                if let path { items.append(Self.item(what, path, kept: "it is no disk")) }
            }
        }
        // Only one that is named by the machine itself is surely nobody else's.
        let logs = both.flatMap { $0.devices.serials.compactMap(\.logFile) + $0.devices.consoles.compactMap(\.logFile) }
        if let log = logs.first(where: { $0.hasSuffix("/\(SerialLogFile.name(machine.uuid))") }) {
            items.append(Self.item(MachineDeletion.serialLog, log, kept: nil, goesWithDefinition: true))
        }
        return items
    }

    private func memoryFiles(of snapshots: [Libvirt.DomainSnapshot]) async throws(Failure) -> [MachineDeletion.Item] {
        try await snapshots.concurrentMap { snapshot throws(Failure) -> MachineDeletion.Item? in
            let text = try await doing("Cannot read the snapshot \(snapshot.name) of \(machine.label)") {
                () throws(LibvirtError) in try await snapshot.xml()
            }
            guard let path = (try? LibvirtXML.DomainSnapshot(parsing: text))?.memoryFile else { return nil }
            return Self.item("memory of the snapshot \(snapshot.name)", path, kept: "it is no disk")
        }.compactMap(\.self)
    }

    private static func item(
        _ what: String, _ path: String?, kept: String?, goesWithDefinition: Bool = false
    ) -> MachineDeletion.Item {
        MachineDeletion.Item(what: what, path: path, whyKept: kept, goesWithDefinition: goesWithDefinition)
    }
}

extension MachineDeletion {
    static let firmwareVariables = "firmware variables"
    static let tpmState = "TPM state"
    static let serialLog = "serial log"
}

extension LibvirtXML.Domain {
    fileprivate var hasFirmwareVariables: Bool {
        self.os.firmware == .efi || self.os.nvram != nil || self.os.loaderType == .pflash
    }
}
