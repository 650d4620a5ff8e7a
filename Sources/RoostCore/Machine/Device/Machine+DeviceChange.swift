import Libvirt
import LibvirtXML
import XMLTree

extension Machine {
    private static let onlyAtStart = "a guest learns of it only when it starts"

    /// Changes a disk. Limits of its traffic are there at once; the rest comes at the next start. Maps to
    /// `virDomainSetBlockIoTune` and `virDomainDefineXMLFlags`.
    /// - Parameter text: its target, its alias, or its file.
    /// - Throws: ``Failure``; of kind usage when nothing is to be changed.
    public func changeDisk(
        _ text: String, _ option: DiskOption, scope: MachineChange.Scope = .both, rule: HostFileRule? = nil
    ) async throws(Failure) -> MachineDeviceReport {
        try rule?.check(NewDevice.disk(option).arguments)
        let parts = option.writtenParts
        guard !parts.isEmpty else { throw Self.nothingToChange("disk") }
        let definitions = try await definitions("Cannot change \(label)")
        let found = try DeviceSearch(machine: self, definitions: definitions.within(scope, of: self)).disk(text)
        let task = "Cannot change the disk \(found.target) of \(label)"
        try checkBootOrder(option.bootOrder, definitions, except: found.target)
        try check(option, found, task)
        try await rule?.check(option, of: [found.live, found.next].compactMap(\.self), on: host)
        var rest = option
        rest.limits = DiskLimits()
        let isLimited = option.limits != DiskLimits()
        if found.next == nil, rest != DiskOption() { throw notNow(task, Self.onlyAtStart) }
        var undo = UndoStack()
        if isLimited, let live = found.live { try await limit(found.target, live, option.limits, task, &undo) }
        if found.next != nil {
            do throws(Failure) {
                try await redefine(task) { domain throws(Failure) in
                    guard var disk = domain.devices[disk: found.target] else {
                        throw Failure(.state, task, why: "somebody else took it away")
                    }
                    option.change(&disk)
                    // Meanwhile it may have become another one.
                    try rule?.checkStore([disk], new: [])
                    domain.devices[disk: found.target] = disk
                    if disk.bus == .scsi { domain.addSCSIWhereNone() }
                }
            } catch {
                throw await undo.unwind(after: error)
            }
        }
        var report = MachineDeviceReport(self, found.kind, found.target, definitions)
        report.effects = parts.map { part in
            let isNow = found.live != nil && part.hasPrefix("iotune.")
            return MachineDeviceReport.Effect(
                what: part, isNow: isNow, isAtNextStart: found.next != nil,
                whyNotNow: found.live == nil || isNow ? nil : Self.onlyAtStart)
        }
        return report
    }

    private func check(
        _ option: DiskOption, _ found: DeviceSearch.FoundDisk, _ task: String
    ) throws(Failure) {
        if let bus = option.bus, !found.kind.buses.contains(bus) {
            throw Failure(
                .usage, task, why: "a \(found.kind.words) cannot be on the bus '\(bus)'",
                remedy: "It can be on \(found.kind.buses.joined(separator: ", ")).")
        }
        guard option.isReadOnly == false, found.kind == .cdrom else { return }
        throw Failure(.usage, task, why: "nobody can write to a CD-ROM")
    }

    private func limit(
        _ target: String, _ disk: LibvirtXML.Disk, _ limits: DiskLimits, _ task: String, _ undo: inout UndoStack
    ) async throws(Failure) {
        let tune = disk.element.first("iotune")
        let old = limits.given.map { ($0.name, Int(tune?.first($0.name)?.text ?? "") ?? 0) }
        try await doing(task) { () throws(LibvirtError) in
            try await domain.setBlockIOTune(target, Self.parameters(limits.given), impact: .live)
        }
        undo.push("the limits of \(target) of \(label)") { [domain] in
            try await domain.setBlockIOTune(target, Self.parameters(old), impact: .live)
        }
    }

    private static func parameters(_ limits: [(String, Int)]) -> TypedParameters {
        TypedParameters(limits.map { TypedParameters.Entry(name: $0.0, value: .ullong(UInt64($0.1))) })
    }

    /// Changes an interface. What it is connected to, its link, filter, VLANs and bandwidth are there at once; the rest comes
    /// at the next start. Maps to `virDomainUpdateDeviceFlags` and `virDomainDefineXMLFlags`.
    /// - Parameter text: its MAC address, its alias, or its name on the host.
    public func changeInterface(
        _ text: String, _ option: NetworkOption, scope: MachineChange.Scope = .both, rule: HostFileRule? = nil
    ) async throws(Failure) -> MachineDeviceReport {
        try rule?.check(NewDevice.interface(option).arguments)
        try rule?.checkReach(option)
        let parts = option.changedParts
        guard !parts.isEmpty else { throw Self.nothingToChange("interface") }
        let definitions = try await definitions("Cannot change \(label)")
        let chosen = try definitions.within(scope, of: self)
        let found = try DeviceSearch(machine: self, definitions: chosen).interface(text)
        let task = "Cannot change the interface \(found.mac) of \(label)"
        for card in [found.live, found.next].compactMap(\.self) { try rule?.checkReach(option, of: card) }
        try checkBootOrder(option.bootOrder, definitions, except: (found.next ?? found.live)?.mac)
        if case .fixed(let mac) = option.mac, mac.description != found.mac,
            definitions.all.contains(where: { $0.macs.contains(mac.description) })
        {
            throw Failure(.exists, task, why: "another of its interfaces has \(mac)")
        }
        let source = try await source(option, chosen)
        let liveOption = option.livePart
        let liveParts = Set(liveOption.changedParts)
        if found.next == nil, liveOption != option { throw notNow(task, Self.onlyAtStart) }
        var undo = UndoStack()
        var refusal: String?
        if let live = found.live, !liveParts.isEmpty {
            var changed = live
            try liveOption.change(&changed, source: source)
            refusal = try await update(live, changed, task, &undo)
            if let refusal, found.next == nil { throw notNow(task, refusal) }
        }
        if found.next != nil {
            do throws(Failure) {
                try await redefine(task) { domain throws(Failure) in
                    guard var interface = domain.devices[interface: found.mac] else {
                        throw Failure(.state, task, why: "somebody else took it away")
                    }
                    try rule?.checkReach(option, of: interface)
                    try option.change(&interface, source: source)
                    domain.devices[interface: found.mac] = interface
                }
            } catch {
                throw await undo.unwind(after: error)
            }
        }
        var report = MachineDeviceReport(self, .interface, found.mac, definitions)
        report.effects = parts.map { part in
            let isNow = found.live != nil && liveParts.contains(part) && refusal == nil
            let why = liveParts.contains(part) ? refusal : Self.onlyAtStart
            return MachineDeviceReport.Effect(
                what: part, isNow: isNow, isAtNextStart: found.next != nil,
                whyNotNow: found.live == nil || isNow ? nil : why)
        }
        return report
    }

    /// - Returns: why the running machine cannot have it.
    private func update(
        _ old: LibvirtXML.Interface, _ new: LibvirtXML.Interface, _ task: String, _ undo: inout UndoStack
    ) async throws(Failure) -> String? {
        let (before, after) = (try Self.text(of: old.element, task), try Self.text(of: new.element, task))
        do throws(LibvirtError) {
            try await domain.updateDevice(xml: after, flags: .live)
        } catch {
            guard let reason = DeviceRefusal.reason(error) else { throw Failure(task, error) }
            return reason
        }
        undo.push("the interface of \(label)") { [domain] in
            try await domain.updateDevice(xml: before, flags: .live)
        }
        return nil
    }

    /// Looks whether there is what the interface is to be connected to.
    private func source(
        _ option: NetworkOption, _ definitions: MachineDefinitions
    ) async throws(Failure) -> LibvirtXML.Interface.Source? {
        guard option.saysConnection, let definition = definitions.all.first else { return nil }
        let request = MachineRequest(
            deviceOf: definition, isActive: definitions.live != nil, disk: nil, interface: option)
        let survey = try await DeviceSurvey(machine: self, request: request, definition: definition).survey()
        return try BlueprintContext(request, survey.facts, uuid: uuid).source(option.connection)
    }

    private static func nothingToChange(_ kind: String) -> Failure {
        Failure(
            .usage, "Nothing to change about the \(kind)",
            remedy: "Say what, as after --\(kind == "disk" ? "disk" : "network").")
    }
}

extension MachineDeviceKind {
    /// The buses that such a device can be on.
    fileprivate var buses: [String] {
        switch self {
        case .disk: ["virtio", "scsi", "sata", "ide", "usb"]
        case .cdrom: ["scsi", "sata", "ide", "usb"]
        case .floppy: ["fdc", "usb"]
        case .interface: []
        }
    }
}
