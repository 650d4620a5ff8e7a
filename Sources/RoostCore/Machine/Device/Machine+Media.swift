import Libvirt
import LibvirtXML
import XMLTree

extension Machine {
    /// What is to be done with a drive's medium.
    public enum MediumChange: Sendable, Equatable {
        /// Into an empty drive.
        case insert(DiskOption)
        /// In the place of what may be in it.
        case change(DiskOption)
        case eject
    }

    /// Reads the text of a medium: a path of the host, `POOL/VOLUME`, or the language of `--disk`.
    /// - Throws: ``Failure`` of kind usage.
    public static func medium(parsing text: String, in context: RequestContext) throws(Failure) -> DiskOption {
        var text = text
        // A volume by its name, as everywhere else.
        if !text.hasPrefix("/"), !text.hasPrefix("."), !text.contains("="), text.split(separator: "/").count == 2 {
            text = "vol=\(text)"
        }
        do throws(RequestError) {
            var option = try DiskOption.table.parse(text, in: context)
            if option.device == nil { option.device = .cdrom }
            try option.complete(in: context)
            guard option.source != .empty, option.size == nil, option.backingStore == nil else {
                throw DiskOption.error(nil, "names no medium", remedy: "Give a path, or POOL/VOLUME.")
            }
            return option
        } catch {
            throw Failure(error)
        }
    }

    /// Changes what is in a CD-ROM or floppy drive. Maps to `virDomainUpdateDeviceFlags`.
    /// - Parameters:
    ///   - drive: its target; nil for the only one.
    ///   - force: also where the guest has locked the tray.
    ///   - rule: which files of the host the one who asks may name; nil for all.
    /// - Throws: ``Failure``; of kind state when the guest has locked the tray, or something is in a drive that was to be empty.
    public func changeMedium(
        _ change: MediumChange, drive: String? = nil, scope: MachineChange.Scope = .both, force: Bool = false,
        rule: HostFileRule? = nil
    ) async throws(Failure) -> MachineDeviceReport {
        if let option = change.medium { try rule?.check(NewDevice.disk(option).arguments) }
        let definitions = try await definitions("Cannot change \(label)")
        let chosen = try definitions.within(scope, of: self)
        let found = try DeviceSearch(machine: self, definitions: chosen).drive(drive)
        let task = "Cannot change the medium in \(found.target) of \(label)"
        if case .insert = change, let source = found.source {
            throw Failure(
                .exists, "There is a medium in \(found.target) of \(label): \(source.text)",
                remedy: "Put the other in its place: roost cdrom change \(reference) …")
        }
        let medium = try await medium(change, found, chosen, rule)
        let words = medium.map { "\(change.word) \($0.source?.text ?? "")" } ?? "ejected"
        var report = MachineDeviceReport(self, found.kind, found.target, definitions, notices: [])
        if case .eject = change, found.live?.source == nil, found.next?.source == nil {
            report.notices.append("\(found.target) of \(label) is empty already.")
            return report
        }
        var undo = UndoStack()
        if let live = found.live {
            let text = try Self.text(of: live.holding(medium).element, task)
            try await putIn(text, force: force, task)
            let before = try Self.text(of: live.element, task)
            undo.push("the medium in \(found.target) of \(label)") { [domain] in
                try await domain.updateDevice(xml: before, flags: [.live, .force])
            }
        }
        if let next = found.next {
            let text = try Self.text(of: next.holding(medium).element, task)
            do throws(LibvirtError) {
                try await domain.updateDevice(xml: text, flags: .config)
            } catch {
                throw await undo.unwind(after: Failure(task, error))
            }
        }
        report.effects = [
            MachineDeviceReport.Effect(
                what: words, isNow: found.live != nil, isAtNextStart: found.next != nil, whyNotNow: nil)
        ]
        return report
    }

    /// nil for an ejection.
    private func medium(
        _ change: MediumChange, _ found: DeviceSearch.FoundDisk, _ definitions: MachineDefinitions,
        _ rule: HostFileRule?
    ) async throws(Failure) -> LibvirtXML.Disk? {
        guard var option = change.medium else { return nil }
        option.device = found.kind == .floppy ? .floppy : .cdrom
        // The drive is there; what counts is what goes in.
        option.bus = nil
        let decided = try await decide(option, definitions, taken: [], rule)
        guard decided.volumes.isEmpty, decided.disk.source != nil else {
            throw Failure(.usage, "Nothing is made for a drive", remedy: "Give the path of an image.")
        }
        return decided.disk
    }

    /// A guest that uses the medium has its tray locked. libvirt asks it to open the tray and waits for
    /// a while; many guests do so at once.
    private func putIn(_ text: String, force: Bool, _ task: String) async throws(Failure) {
        do throws(LibvirtError) {
            try await domain.updateDevice(xml: text, flags: force ? [.live, .force] : .live)
        } catch {
            guard Self.isLocked(error), !force else { throw Failure(task, error) }
            throw Failure(
                .state, task, why: "the guest has locked the drive",
                remedy: "Unmount it in the guest, or say --force, which pulls the medium out.")
        }
    }

    private static func isLocked(_ error: LibvirtError) -> Bool {
        ["is locked", "waiting to open tray", "tray is locked"].contains(where: error.message.contains)
    }
}

extension Machine.MediumChange {
    /// nil for an ejection.
    fileprivate var medium: DiskOption? {
        switch self {
        case .insert(let medium), .change(let medium): medium
        case .eject: nil
        }
    }

    fileprivate var word: String {
        switch self {
        case .insert, .change: "has"
        case .eject: "ejected"
        }
    }
}

extension LibvirtXML.Disk {
    /// The same drive with another medium in it; nil for none.
    fileprivate func holding(_ medium: LibvirtXML.Disk?) -> LibvirtXML.Disk {
        var drive = self
        // What libvirt adds to a source while it is in use belongs to that source.
        drive.element.removeAll(named: "source")
        drive.element.removeAll(named: "backingStore")
        drive.source = medium?.source
        if let medium {
            drive.driverName = medium.driverName ?? "qemu"
            drive.format = medium.format ?? .raw
            drive.backingStore = medium.backingStore
            if medium.startupPolicy != nil { drive.startupPolicy = medium.startupPolicy }
        }
        return drive
    }
}
