import Libvirt
import LibvirtXML
import XMLTree

extension Machine {
    /// Gives the machine a prepared device, and makes the disk that goes with it. When it fails or is cancelled, what was made
    /// is taken back.
    ///
    /// Maps to `virDomainAttachDeviceFlags` and `virStorageVolCreateXML`.
    /// - Throws: ``Failure``; of kind unsupported when it was to be now and the running machine cannot take it.
    public func attach(_ prepared: PreparedDevice) -> Operation<MachineDeviceReport> {
        Operation("attach \(prepared.kind.words) \(prepared.device) to \(label)", host: host.name) { report in
            var undo = UndoStack()
            do throws(Failure) {
                return try await attach(prepared, &undo) { report(OperationProgress(step: $0)) }
            } catch {
                throw await undo.unwind(after: error)
            }
        }
    }

    private func attach(
        _ prepared: PreparedDevice, _ undo: inout UndoStack, _ progress: @escaping @Sendable (String) -> Void
    ) async throws(Failure) -> MachineDeviceReport {
        let task = prepared.plan.task
        var maker = MachineMaker(host: host, plan: prepared.plan)
        maker.beforeStep = { step throws(Failure) in progress(step.doing) }
        try await maker.makeStorage(&undo)
        let definitions = try await definitions(task)
        let chosen = try definitions.within(prepared.scope, of: self)
        var report = MachineDeviceReport(self, prepared.kind, prepared.device, definitions)
        progress("attaching it")
        var whyNotNow = prepared.kind.whyNotNow
        if prepared.needsSCSI, whyNotNow == nil {
            whyNotNow = try await attachSCSI(chosen, task, &undo)
        } else if prepared.needsSCSI, let next = chosen.next, !next.hasSCSI {
            _ = try await attachSCSI(MachineDefinitions(live: nil, next: next, hasSavedState: false), task, &undo)
        }
        let text = try Self.text(of: prepared.element, task)
        report.effects = [
            try await applying(
                "attached", live: chosen.live != nil, next: chosen.next != nil, whyNotNow: whyNotNow, task
            ) { (flags) throws(LibvirtError) in try await domain.attachDevice(xml: text, flags: flags) }
        ]
        report.made = prepared.newDisks
        return report
    }

    /// Gives the machine the controller that SCSI disks sit on, where it has none.
    /// - Returns: why the running machine cannot have it.
    private func attachSCSI(
        _ definitions: MachineDefinitions, _ task: String, _ undo: inout UndoStack
    ) async throws(Failure) -> String? {
        let live = definitions.live.map { !$0.hasSCSI } ?? false
        let next = definitions.next.map { !$0.hasSCSI } ?? false
        guard live || next else { return nil }
        let controller = LibvirtXML.Controller(.scsi, index: 0, model: .virtioSCSI)
        let text = try Self.text(of: controller.element, task)
        let effect = try await applying("controller", live: live, next: next, task) {
            (flags) throws(LibvirtError) in try await domain.attachDevice(xml: text, flags: flags)
        }
        var flags: Libvirt.Domain.DeviceFlags = []
        if effect.isNow { flags.insert(.live) }
        if effect.isAtNextStart { flags.insert(.config) }
        undo.push("the SCSI controller of \(label)") { [domain, flags] in
            try await domain.detachDevice(xml: text, flags: flags)
        }
        return effect.whyNotNow
    }
}

extension MachineDeviceKind {
    /// Why a running machine cannot get one; nil for what it can. libvirt would take the attaching of a drive for another
    /// medium in one that is there.
    fileprivate var whyNotNow: String? {
        switch self {
        case .cdrom, .floppy: "a drive is added when a machine starts"
        case .disk, .interface: nil
        }
    }
}
