import Libvirt
import LibvirtXML

/// Makes a machine step by step. When a step fails, or the task is cancelled, it takes back what it made, last first, and
/// nothing else.
struct MachineMaker: Sendable {
    let host: Host
    let plan: CreationPlan
    /// Called before each step.
    var beforeStep: @Sendable (CreationStep) async throws(Failure) -> Void = { _ throws(Failure) in }

    /// Called when a disk has been made from an image.
    var copied: @Sendable (CopiedImage) -> Void = { _ in }

    var connection: Connection { host.connection }
    private var task: String { plan.task }

    /// - Throws: ``Failure``; of kind exists when somebody else took the name or the file meanwhile, interrupted when the
    ///   task was cancelled.
    func make() async throws(Failure) -> Machine {
        var undo = UndoStack()
        do throws(Failure) {
            return try await steps(&undo)
        } catch {
            throw await undo.unwind(after: error)
        }
    }

    private func steps(_ undo: inout UndoStack) async throws(Failure) -> Machine {
        try await makeStorage(&undo)
        let domain = try await define(&undo)
        if plan.autostart {
            try await step(.autostart) { () throws(LibvirtError) in try await domain.setAutostart(true) }
        }
        if let installer = plan.installer {
            try await start(installer, of: domain, &undo)
        } else if plan.start {
            try await step(.start) { () throws(LibvirtError) in try await domain.create() }
            undo.push("the running machine \(plan.name)") { try await domain.destroy() }
        }
        // Ctrl-C that came during the last call counts as well.
        guard !Task.isCancelled else { throw Failure(.interrupted, "\(task): stopped, and nothing is left of it") }
        return Machine(host: host, domain: domain)
    }

    /// The disks, and the pool that they go to.
    func makeStorage(_ undo: inout UndoStack) async throws(Failure) {
        if let pool = plan.pool { try await makePool(pool, &undo) }
        for volume in plan.volumes { try await make(volume, &undo) }
    }

    private func makePool(_ wanted: CreationPlan.Pool, _ undo: inout UndoStack) async throws(Failure) {
        let text = try xml { try LibvirtXML.StoragePool(.directory, name: wanted.name, path: wanted.path).xml() }
        let made = try await step(.pool(wanted.name)) { () throws(LibvirtError) -> Libvirt.StoragePool? in
            do throws(LibvirtError) {
                return try await connection.defineStoragePool(xml: text)
            } catch {
                // Another creation was faster; either pool serves both.
                guard (try? await connection.storagePool(named: wanted.name)) != nil else { throw error }
                return nil
            }
        }
        guard let pool = made else { return }
        undo.push("the storage pool '\(wanted.name)'") { try await pool.undefine() }
        try await step(.pool(wanted.name)) { () throws(LibvirtError) in
            try await pool.build()
            try await pool.start()
        }
        undo.push("the running storage pool '\(wanted.name)'") { try await pool.destroy() }
        try await step(.pool(wanted.name)) { () throws(LibvirtError) in try await pool.setAutostart(true) }
    }

    private func make(_ wanted: VolumePlan, _ undo: inout UndoStack) async throws(Failure) {
        let text = try xml { try wanted.description.xml() }
        switch wanted.volume.location {
        case .pool(let name):
            let volume = try await new(wanted) { () throws(LibvirtError) in
                try await create(wanted, text, in: try await connection.storagePool(named: name))
            } isTaken: {
                (try? await connection.storagePool(named: name).volume(named: wanted.volume.name)) != nil
            }
            undo.push("the disk \(wanted.place)") { try await volume.delete() }
        case .directory(let path):
            let directory = DirectoryPool(connection: connection, path: path)
            if wanted.makesDirectory {
                try await step(.directory(path)) { () throws(LibvirtError) in
                    try await directory.with(makingDirectory: true) { _ in }
                }
                undo.push("the directory \(path)") { try await directory.removeDirectory() }
            }
            _ = try await new(wanted) { () throws(LibvirtError) in
                try await directory.with { (pool) throws(LibvirtError) in try await create(wanted, text, in: pool) }
            } isTaken: {
                (try? await directory.with { (pool) throws(LibvirtError) in
                    try await pool.volume(named: wanted.volume.name)
                }) != nil
            }
            let name = wanted.volume.name
            undo.push("the disk \(wanted.place)") {
                try await directory.with { (pool) throws(LibvirtError) in
                    // A pool that others opened may be older than the file.
                    try await pool.refreshIfIdle()
                    try await pool.volume(named: name).delete()
                }
            }
        }
    }

    /// - Parameter isTaken: whether there is something of that name; asked when the volume could not be made.
    private func new(
        _ wanted: VolumePlan, _ make: () async throws(LibvirtError) -> StorageVolume, isTaken: () async -> Bool
    ) async throws(Failure) -> StorageVolume {
        do throws(Failure) {
            return try await step(wanted.step, make)
        } catch {
            // libvirt has a code of its own for it only where its pool knows the file.
            guard error.kind != .interrupted, error.kind != .exists, await isTaken() else { throw error }
            throw Failure(
                .exists, task, why: "somebody else made \(wanted.place) meanwhile", remedy: "Choose another name.")
        }
    }

    private func define(_ undo: inout UndoStack) async throws(Failure) -> Libvirt.Domain {
        let domain: Libvirt.Domain
        do throws(Failure) {
            domain = try await step(.definition) { () throws(LibvirtError) in
                try await connection.defineDomain(xml: plan.definition)
            }
        } catch {
            // libvirt has no code of its own for a name that is taken.
            guard error.kind != .interrupted, (try? await connection.domain(named: plan.name)) != nil else {
                throw error
            }
            throw Failure(
                .exists, task, why: "somebody else made a machine of that name meanwhile",
                remedy: "Choose another name.")
        }
        let keepsVariables = plan.keepsVariables
        undo.push("the machine \(plan.name)") { try await Self.undefine(domain, keepsVariables: keepsVariables) }
        return domain
    }

    /// With all that libvirt made for it. An older libvirt does not know every word for that.
    static func undefine(_ domain: Libvirt.Domain, keepsVariables: Bool) async throws(LibvirtError) {
        let variables: Libvirt.Domain.UndefineFlags = keepsVariables ? .keepNVRAM : .nvram
        let unknown: [LibvirtError.Code] = [.invalidArgument, .argumentUnsupported]
        for flags in [[variables, .tpm], variables] as [Libvirt.Domain.UndefineFlags] {
            do throws(LibvirtError) {
                return try await domain.undefine(flags)
            } catch {
                guard unknown.contains(error.code) else { throw error }
            }
        }
        try await domain.undefine()
    }

    func step<Value>(
        _ step: CreationStep, _ body: () async throws(LibvirtError) -> Value
    ) async throws(Failure) -> Value {
        try await beforeStep(step)
        do throws(LibvirtError) {
            return try await body()
        } catch {
            let failure = Failure(task, error)
            guard failure.kind != .interrupted else {
                throw Failure(.interrupted, "\(task): stopped, and nothing is left of it")
            }
            throw Failure(
                failure.kind, task, why: "\(step.doing): \(failure.why ?? "it failed")", remedy: failure.remedy)
        }
    }

    private func xml(_ write: () throws -> String) throws(Failure) -> String {
        do {
            return try write()
        } catch {
            throw Failure(.usage, task, why: "\(error)")
        }
    }
}
