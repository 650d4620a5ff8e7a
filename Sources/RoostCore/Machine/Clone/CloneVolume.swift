import Libvirt
import LibvirtXML

/// Makes one disk of a clone.
struct CloneVolume: Sendable {
    let host: Host
    let disk: CloneDisk
    let task: String
    let report: @Sendable (OperationProgress) -> Void

    private static let pollInterval = Duration.milliseconds(300)

    /// - Returns: how it was made in the end.
    func make(_ undo: inout UndoStack) async throws(Failure) -> MachineClone.Way {
        let text = try disk.description.text(for: task)
        let disk = disk
        let connection = host.connection
        if disk.way == .full { try await requireRoom() }
        report(progress(0))
        let way: MachineClone.Way
        do throws(LibvirtError) {
            way =
                disk.way == .overlay
                ? try await overlay(text) : try await watching { () throws(LibvirtError) in try await copy(text) }
        } catch {
            throw explained(error)
        }
        undo.push("the disk \(disk.path)") {
            try await disk.place.with(on: connection) { (pool) throws(LibvirtError) in
                try await CloneDisk.Place.volume(named: disk.name, in: pool).delete()
            }
        }
        return way
    }

    private func overlay(_ text: String) async throws(LibvirtError) -> MachineClone.Way {
        try await disk.place.with(on: host.connection) { (pool) throws(LibvirtError) in
            _ = try await pool.createVolume(xml: text)
        }
        return .overlay
    }

    /// By the connection for long work: every byte can take minutes.
    private func copy(_ text: String) async throws(LibvirtError) -> MachineClone.Way {
        try await disk.place.with(on: try await host.connection.longWork()) { (pool) throws(LibvirtError) in
            let source = try await CloneDisk.Place.volume(named: disk.sourceName, in: pool)
            if disk.way == .reflink {
                do throws(LibvirtError) {
                    _ = try await pool.createVolume(xml: text, from: source, options: .reflink)
                    return .reflink
                } catch {
                    // Most file systems cannot; what was begun is removed by libvirt.
                    let isFinal = [.storageVolumeExists, .cancelled].contains(error.code)
                    if !disk.mayFallBack || isFinal { throw error }
                }
            }
            _ = try await pool.createVolume(xml: text, from: source)
            return .full
        }
    }

    /// libvirt does not say how far a copy is; the growing file does.
    private func watching<Value: Sendable>(
        _ body: () async throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        let (disk, connection, report, first) = (disk, host.connection, report, progress(0))
        let watch = Task {
            while (try? await Task.sleep(for: Self.pollInterval)) != nil {
                let done = try? await disk.place.with(on: connection) { (pool) throws(LibvirtError) in
                    try await pool.volume(named: disk.name).info().allocation
                }
                guard let done, let total = first.total else { continue }
                report(OperationProgress(step: first.step, done: min(done, total), total: total, unit: .bytes))
            }
        }
        defer { watch.cancel() }
        return try await body()
    }

    private func progress(_ done: UInt64) -> OperationProgress {
        OperationProgress(
            step: disk.way == .overlay ? "making \(disk.name)" : "copying \(disk.sourceName) to \(disk.name)",
            done: done, total: disk.way == .overlay ? nil : disk.view.allocation, unit: .bytes)
    }

    private func requireRoom() async throws(Failure) {
        guard case .pool(let uuid) = disk.place else { return }
        let handle = try await doing(task) { () throws(LibvirtError) in
            try await host.connection.storagePool(uuid: uuid)
        }
        try await Pool(host: host, handle: handle)
            .requireRoom(min(disk.view.allocation ?? 0, disk.view.capacity ?? .max), for: task)
    }

    private func explained(_ error: LibvirtError) -> Failure {
        let failure = Failure(task, error)
        switch failure.kind {
        case .interrupted: return Failure(.interrupted, "\(task): stopped, and nothing is left of the clone")
        case .exists:
            return Failure(
                .exists, task, why: "somebody else made \(disk.path) meanwhile", remedy: "Choose another name.")
        default:
            guard disk.way == .reflink, !disk.mayFallBack else { return failure }
            return Failure(
                .unsupported, task, why: "the file system of \(disk.path) cannot share blocks: \(failure.why ?? "")",
                remedy: "Use --copy full or --copy overlay; xfs and btrfs can.")
        }
    }
}
