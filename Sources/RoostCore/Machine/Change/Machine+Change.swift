import Libvirt
import LibvirtXML

extension Machine {
    /// Changes settings of the machine, now and at its next start as the change says. All is looked at before anything is
    /// done, and when a step fails, those before it are taken back.
    ///
    /// With the scope `both`, what the running machine refuses comes at the next start, and the report says why.
    /// Maps to `virDomainSetMemoryFlags`, `virDomainSetVcpusFlags` and `virDomainSetMetadata`.
    /// - Throws: ``Failure``; of kind usage when no machine could be changed like that, of kind state when this one cannot.
    public func change(_ change: MachineChange) async throws(Failure) -> MachineChangeReport {
        try change.validate()
        let definitions = try await definitions("Cannot change \(label)")
        let plan = try MachineChangePlan(change, of: label, definitions)
        try await checkVCPULimit(plan, definitions.next)
        var report = MachineChangeReport(
            machine: label, wasActive: definitions.live != nil, hasSavedState: definitions.hasSavedState,
            effects: plan.effects)
        let canWait = change.scope == .both && definitions.next != nil
        var undo = UndoStack()
        for step in plan.steps {
            do throws(LibvirtError) {
                try await step.apply(to: domain)
                undo.push("\(step.setting.rawValue) of \(label)") { [domain] in try await step.takeBack(from: domain) }
            } catch {
                let failure = Failure("Cannot change \(label)", error)
                if step.target == .live, canWait, failure.isRefusal, let index = report.index(of: step.setting) {
                    report.effects[index].isNow = false
                    report.effects[index].whyNotNow = step.refusal(error) ?? failure.why
                    continue
                }
                throw await takingBack(&undo, after: failure, at: step.setting)
            }
        }
        guard change.isForDefinition else { return report }
        do throws(Failure) {
            try await changeDefinition(change)
        } catch {
            throw await undo.unwind(after: error)
        }
        return report
    }

    private func takingBack(
        _ undo: inout UndoStack, after failure: Failure, at setting: MachineChangeReport.Setting
    ) async -> Failure {
        let left = await undo.unwind()
        return Failure(
            failure.kind, "Cannot change the \(setting.words) of \(label)",
            why: failure.why ?? failure.what,
            remedy: left.isEmpty
                ? failure.remedy ?? "Nothing was changed." : "Changed all the same: \(left.joined(separator: ", "))")
    }

    /// libvirt takes any number into a definition, which then cannot start.
    private func checkVCPULimit(_ plan: MachineChangePlan, _ next: LibvirtXML.Domain?) async throws(Failure) {
        var wanted: UInt32?
        for case .maximumVCPUs(let count) in plan.steps.map(\.new) { wanted = count }
        guard let wanted, let next else { return }
        let text: String
        do throws(LibvirtError) {
            text = try await host.connection.domainCapabilities(
                emulator: next.devices.emulator, architecture: next.os.architecture?.rawValue,
                machine: next.os.machine, virtualizationType: next.type?.rawValue)
        } catch {
            // A hypervisor that cannot tell its limits has to refuse by itself.
            guard [.noSupport, .operationUnsupported, .invalidArgument].contains(error.code) else {
                throw Failure("Cannot change \(label)", error)
            }
            return
        }
        guard let limit = (try? DomainCapabilities(parsing: text))?.maximumVCPUs, wanted > limit else { return }
        throw Failure(
            .unsupported, "Cannot give \(label) \(wanted) vCPUs", why: "its machine type takes \(limit) at most")
    }
}

extension Failure {
    /// Whether the running machine said no, as opposed to nobody having answered.
    fileprivate var isRefusal: Bool {
        ![.unreachable, .permission, .notFound, .interrupted].contains(kind)
    }
}

extension MachineChangeReport {
    fileprivate func index(of setting: Setting) -> Int? { effects.firstIndex { $0.setting == setting } }
}

extension MachineChangeReport.Setting {
    /// As people say it: "maximum memory".
    public var words: String {
        rawValue.replacing("-", with: " ").replacing("vcpus", with: "vCPUs").replacing("cpu", with: "CPU")
    }
}
