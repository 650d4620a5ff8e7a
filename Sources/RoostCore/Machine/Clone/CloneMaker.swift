import Libvirt
import LibvirtXML

/// Makes a clone step by step. When a step fails, or the task is cancelled, it takes back what it made, last first, and
/// nothing else.
struct CloneMaker: Sendable {
    let host: Host
    let plan: ClonePlan
    let start: Bool
    let report: @Sendable (OperationProgress) -> Void

    private var connection: Connection { host.connection }
    private var name: String { plan.shown.name }
    private var task: String { "Cannot clone \(plan.shown.source)" }

    func make() async throws(Failure) -> ClonedMachine {
        var undo = UndoStack()
        do throws(Failure) {
            return try await steps(&undo)
        } catch {
            throw await undo.unwind(after: error)
        }
    }

    private func steps(_ undo: inout UndoStack) async throws(Failure) -> ClonedMachine {
        // First of all, so that nobody starts the source once something stands on it.
        if plan.shown.makesTemplate { try await makeTemplate(&undo) }
        try await refuseIfWritten()
        var disks = plan.shown.disks
        for disk in plan.disks {
            try refuseIfStopped()
            let way = try await CloneVolume(host: host, disk: disk, task: task, report: report).make(&undo)
            if let index = disks.firstIndex(where: { $0.target == disk.target }) { disks[index].way = way }
        }
        let variables = try await CloneVariables(host: host, source: plan.source, name: name, task: task).copy(&undo)
        try await refuseIfStarted()
        try await refuseIfWritten()
        try refuseIfStopped()
        var clone = CloneDefinition(
            of: plan.source, named: name,
            disks: Dictionary(plan.disks.map { ($0.target, $0.path) }) { first, _ in first },
            overlays: Set(plan.disks.filter { $0.way == .overlay }.map(\.target)), variables: variables)
        let seed = try await seed(&undo)
        seed?.insert(into: &clone.domain)
        let machine = try await define(clone, keepsVariables: variables != nil, &undo)
        if start {
            report(OperationProgress(step: "starting \(name)"))
            try await machine.start()
            let domain = machine.domain
            undo.push("the running machine \(name)") { try await domain.destroy() }
        }
        // Ctrl-C that came during the last call counts as well.
        try refuseIfStopped()
        var notices = plan.shown.notices + clone.notices
        if variables == nil, plan.source.usesVariables {
            notices.append("The clone's UEFI variables are new: boot entries of the source are not in them.")
        }
        if seed == nil, !disks.isEmpty {
            notices.append(
                "The guest in it is the same: host name, machine-id and SSH host keys are the source's. "
                    + "To reset them: virt-sysprep -d \(ShellWord.quoted(name)) --operations machine-id,net-hostname,ssh-hostkeys"
            )
        }
        return ClonedMachine(
            name: machine.name, uuid: machine.uuid, host: host.name, state: start ? .running : .off, disks: disks,
            notices: notices)
    }

    /// nil for a guest that was not made with cloud-init by Roost: it may have none, and would not look at a seed.
    private func seed(_ undo: inout UndoStack) async throws(Failure) -> CloneSeed? {
        guard MachineMetadata(of: plan.source).instance != nil, let disk = plan.disks.first(where: \.isFile) else {
            return nil
        }
        report(OperationProgress(step: "making the seed of \(name)"))
        let seed = CloneSeed(host: host, name: name, disk: disk, task: task)
        try await seed.make(&undo)
        return seed
    }

    private func makeTemplate(_ undo: inout UndoStack) async throws(Failure) {
        report(OperationProgress(step: "making \(plan.shown.source) a template"))
        // A person may have taken long to agree, and what was changed meanwhile must not be undone.
        guard try await plan.machine.xml(.nextStart, secrets: true) == plan.sourceText else {
            throw Failure(.state, task, why: "its definition was changed meanwhile", remedy: "Try again.")
        }
        var template = plan.source
        template.becomeTemplate(disks: plan.disks.map(\.target))
        let text = try xml { try template.xml() }
        try await define(text)
        let (before, connection) = (plan.sourceText, connection)
        undo.push("the mark of \(plan.shown.source) as a template") {
            _ = try await connection.defineDomain(xml: before)
        }
    }

    private func define(_ text: String) async throws(Failure) {
        try await doing(task) { () throws(LibvirtError) in _ = try await connection.defineDomain(xml: text) }
    }

    private func define(
        _ clone: CloneDefinition, keepsVariables: Bool, _ undo: inout UndoStack
    ) async throws(Failure) -> Machine {
        report(OperationProgress(step: "defining \(name)"))
        let text = try xml { try clone.domain.xml() }
        let domain: Libvirt.Domain
        do throws(LibvirtError) {
            domain = try await connection.defineDomain(xml: text)
        } catch {
            // libvirt has no code of its own for a name that is taken.
            guard error.code != .cancelled, (try? await connection.domain(named: name)) != nil else {
                throw Failure(task, error)
            }
            throw Failure(
                .exists, task, why: "somebody else made a machine '\(name)' meanwhile", remedy: "Choose another name.")
        }
        undo.push("the machine \(name)") {
            try await MachineMaker.undefine(domain, keepsVariables: keepsVariables)
        }
        return Machine(host: host, domain: domain)
    }

    /// What was copied while the source ran is not one state of its disks.
    private func refuseIfStarted() async throws(Failure) {
        let domain = plan.machine.domain
        let isActive = try await doing(task) { () throws(LibvirtError) in try await domain.isActive() }
        guard !isActive else {
            throw Failure(.state, task, why: "somebody started it meanwhile", remedy: "Try again when it is off.")
        }
    }

    private func refuseIfWritten() async throws(Failure) {
        guard !plan.disks.isEmpty else { return }
        let users = try await host.storageUsers(volumes: false)
        let writers = CloneWriters(machine: plan.machine, task: task, users: users)
        for disk in plan.disks { try await writers.refuse(disk) }
    }

    private func refuseIfStopped() throws(Failure) {
        if Task.isCancelled { throw Failure(.interrupted, "\(task): stopped, and nothing is left of the clone") }
    }

    private func xml(_ write: () throws -> String) throws(Failure) -> String {
        do {
            return try write()
        } catch {
            throw Failure(.usage, task, why: "\(error)")
        }
    }
}

extension LibvirtXML.Domain {
    /// Whether its firmware keeps variables in a file.
    var usesVariables: Bool { self.os.firmware == .efi || self.os.nvram != nil || self.os.loaderType == .pflash }
}
