import Libvirt
import LibvirtXML
import XMLTree

extension Machine {
    /// How long a guest may take to let go of a device. One that is alive takes a second or two.
    public static let detachLimit = Duration.seconds(20)

    /// Takes a device away: from the running machine first, which the guest has to agree to, then from the definition.
    ///
    /// Maps to `virDomainDetachDeviceAlias`, `virDomainDetachDeviceFlags` and `virStorageVolDelete`; waits for the event
    /// that the device is gone.
    /// - Parameter limit: how long the guest may take.
    /// - Throws: ``Failure``; of kind timeout when the guest has not let go of it in time, and of kind state when it refused. Its
    ///   image is deleted only when all else is done.
    public func detach(
        _ plan: DeviceDetachment, limit: Duration = detachLimit
    ) async throws(Failure) -> MachineDeviceReport {
        let task = "Cannot detach the \(plan.kind.words) \(plan.device) from \(label)"
        let definitions = try await definitions(task)
        let devices = try devices(of: plan, definitions)
        var report = MachineDeviceReport(self, plan.kind, plan.device, definitions)
        var effect = MachineDeviceReport.Effect(
            what: "detached", isNow: devices.live != nil, isAtNextStart: devices.next != nil, whyNotNow: nil)
        var unfinished: Failure?
        if let live = devices.live {
            do throws(Failure) {
                effect.whyNotNow = try await letGo(of: live, plan, task, limit)
            } catch {
                guard error.kind == .timeout || error.kind == .state else { throw error }
                unfinished = error
            }
            if effect.whyNotNow != nil || unfinished != nil { effect.isNow = false }
            if let reason = effect.whyNotNow, devices.next == nil { throw notNow(task, reason) }
        }
        if let next = devices.next {
            let text = try Self.text(of: next, task)
            do throws(LibvirtError) {
                try await domain.detachDevice(xml: text, flags: .config)
            } catch {
                let failure = Failure(task, error)
                guard effect.isNow else { throw failure }
                throw Failure(
                    failure.kind, "\(task) for its next start", why: failure.why,
                    remedy: "The running machine does not have it any more. Try again: it has to be asked no more.")
            }
        }
        if let unfinished { throw told(unfinished, plan, isGoneAtNextStart: devices.next != nil) }
        report.effects = [effect]
        guard let volume = plan.volume else { return report }
        guard effect.whyNotNow == nil else {
            report.notices.append("The image \(volume.path ?? "") stays: the running machine still needs it.")
            return report
        }
        try await deleteImage(volume, plan, &report)
        return report
    }

    private func devices(
        of plan: DeviceDetachment, _ definitions: MachineDefinitions
    ) throws(Failure) -> (live: XMLElement?, next: XMLElement?) {
        let search = DeviceSearch(machine: self, definitions: try definitions.within(plan.scope, of: self))
        if plan.kind == .interface {
            let found = try search.interface(plan.device)
            return (found.live?.element, found.next?.element)
        }
        let found = try search.disk(plan.device)
        return (found.live?.element, found.next?.element)
    }

    private enum Letting: Sendable {
        case gone
        case refused
    }

    /// Asks the guest, and waits until the device is gone.
    /// - Returns: why a running machine cannot give it away at all; nil when it is gone.
    private func letGo(
        of device: XMLElement, _ plan: DeviceDetachment, _ task: String, _ limit: Duration
    ) async throws(Failure) -> String? {
        guard let alias = Device(element: device).alias else {
            throw Failure(.general, task, why: "libvirt does not say what the device is called")
        }
        do {
            let end = try await withTimeLimit(limit) {
                try await watching([.deviceRemoved, .deviceRemovalFailed, .lifecycle]) {
                    try await ask(for: alias, task)
                } _: { wakeup in
                    switch wakeup {
                    case .change(.deviceRemoved(alias)): return Letting.gone
                    case .change(.deviceRemovalFailed(alias)): return .refused
                    default: return try await has(alias) ? nil : .gone
                    }
                }
            }
            switch end {
            case .gone: return nil
            case .refused: throw Failure(.state, task, why: "the guest refused to let go of it")
            case nil:
                throw Failure(
                    .timeout, task, why: "the guest has not let go of it within \(limit.components.seconds) s")
            }
        } catch let refusal as CannotNow {
            return refusal.reason
        } catch is CancellationError {
            throw stopped(task)
        } catch let failure as Failure {
            throw failure.kind == .interrupted ? stopped(task) : failure
        } catch {
            throw Failure(.general, task, why: "\(error)")
        }
    }

    private func stopped(_ task: String) -> Failure {
        Failure(
            .interrupted, "\(task): stopped waiting",
            why: "the guest was asked, and may still let go of it; the next start brings it back",
            remedy: "See what it has: roost show \(reference)")
    }

    /// A running machine cannot give such a device away.
    private struct CannotNow: Error {
        let reason: String
    }

    private func ask(for alias: String, _ task: String) async throws {
        do throws(LibvirtError) {
            try await domain.detachDevice(alias: alias, flags: .live)
        } catch {
            // An earlier try was in vain until now.
            if error.message.contains("already in the process of unplug") { return }
            if error.code == .deviceMissing { return }
            if let reason = DeviceRefusal.reason(error) { throw CannotNow(reason: reason) }
            throw Failure(task, error)
        }
    }

    private func has(_ alias: String) async throws(Failure) -> Bool {
        let text: String
        do throws(LibvirtError) {
            guard try await domain.isActive() else { return false }
            text = try await domain.xml()
        } catch {
            if error.code == .noDomain { return false }
            throw Failure("Cannot read the description of \(label)", error)
        }
        // What cannot be read says nothing; the event does.
        guard let definition = try? LibvirtXML.Domain(parsing: text) else { return true }
        return definition.devices[alias: alias] != nil
    }

    /// What is true after the guest has not let go of a device.
    private func told(_ failure: Failure, _ plan: DeviceDetachment, isGoneAtNextStart: Bool) -> Failure {
        var why = failure.why ?? ""
        if isGoneAtNextStart { why += "; the next start comes without it" }
        if plan.volume != nil { why += "; its image stays" }
        return Failure(
            failure.kind, failure.what, why: why,
            remedy: "It may still let go of it: roost \(plan.kind.command) list \(reference). "
                + "A guest that is not booted, or hangs, never does: roost shutdown \(reference)")
    }

    private func deleteImage(
        _ item: MachineDeletion.Item, _ plan: DeviceDetachment, _ report: inout MachineDeviceReport
    ) async throws(Failure) {
        guard let path = item.path, !item.isGone else { return }
        let task = "Detached \(plan.device) from \(label), but not deleted its image \(path)"
        // Read anew: a person may have taken long to agree, and the machine may have it as another disk too.
        let users = try await host.usersForDeletion()
        if let reason = users.reason(for: path) { throw Failure(.state, task, why: "it is used by \(reason)") }
        // Only files go that no pool holds: devices do not.
        switch try await host.diskRemoval(path, isFile: true, users) {
        case .gone: return
        case .stays(let reason): throw Failure(.state, task, why: reason)
        case .goes(let volume):
            try await doing(task) { () throws(LibvirtError) in try await volume.delete(on: host.connection) }
            report.deleted.append(path)
        }
    }
}
