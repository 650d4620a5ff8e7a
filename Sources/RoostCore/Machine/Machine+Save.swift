import Libvirt
import LibvirtXML
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Machine {
    /// Writes its memory to disk and stops it. Cancelling lets it run on, with nothing saved.
    ///
    /// Maps to `virDomainManagedSave`, or `virDomainSaveFlags` with a file.
    /// - Parameter file: a path on the host; nil lets libvirt keep it, and the next start goes on from there.
    public func save(to file: String? = nil) -> Operation<Void> {
        Operation("save \(label)", host: host.name) { report in
            if let file { try checkSaveFile(file) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                defer { group.cancelAll() }
                group.addTask { await reportSaving(report) }
                try await saveAbortably(to: file)
            }
        }
    }

    /// Goes on from its saved state. Maps to `virDomainCreateWithFlags`.
    /// - Throws: ``Failure``, of kind state when it runs or has none.
    public func restore() async throws(Failure) {
        let hasSavedState = try await doing("Cannot restore \(label)") { () throws(LibvirtError) in
            try await domain.hasManagedSave()
        }
        if !hasSavedState {
            let isActive = try await state().isActive
            throw isActive
                ? Failure(.state, "\(label) is running already")
                : Failure(
                    .state, "\(label) has no saved state", remedy: "Boot it: roost start \(reference)")
        }
        try await start()
    }

    private func checkSaveFile(_ file: String) throws(Failure) {
        guard file.hasPrefix("/") else {
            throw Failure(.usage, "Cannot save \(label)", why: "'\(file)' is not a whole path, from / on")
        }
        // libvirt would write over it. Where this user may not look, or the host is another computer, libvirt decides.
        if host.uri.isLocal, FileManager.default.fileExists(atPath: file) {
            throw Failure(
                .exists, "Cannot save \(label)", why: "\(file) is there already", remedy: "Name another file.")
        }
    }

    private func saveAbortably(to file: String?) async throws(Failure) {
        let isOver = Flag()
        defer { isOver.raise() }
        do {
            try await withTaskCancellationHandler {
                try await changing("Cannot save \(label)", refusal: notRunning) { () throws(LibvirtError) in
                    if let file { try await domain.save(to: file) } else { try await domain.managedSave() }
                }
            } onCancel: {
                // A cancelled task makes no libvirt calls.
                Task { await abortJob(unless: isOver) }
            }
        } catch let failure as Failure {
            guard failure.kind == .interrupted else { throw failure }
            throw Failure(.interrupted, "Stopped saving \(label)", remedy: "It runs on; nothing was saved.")
        } catch {
            throw Failure(.general, "Cannot save \(label)", why: "\(error)")
        }
    }

    /// Tries until it works: the wish to stop can come a moment before libvirt has begun the job.
    private func abortJob(unless isOver: Flag) async {
        while !isOver.isRaised {
            if (try? await domain.abortJob()) != nil { return }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    /// How much is written has no event.
    private func reportSaving(_ report: @Sendable (OperationProgress) -> Void) async {
        repeat {
            guard let job = try? await domain.jobStatistics(), let total = job.dataTotal, total > 0 else { continue }
            report(
                OperationProgress(step: "saving \(label)", done: job.dataProcessed ?? 0, total: total, unit: .bytes))
        } while (try? await Task.sleep(for: .milliseconds(250))) != nil
    }
}

extension Host {
    /// Starts a machine from a file that ``Machine/save(to:)`` has written. Maps to `virDomainRestoreFlags`.
    /// - Parameter file: a path on the host.
    /// - Returns: the machine's name.
    public func restore(fromFile file: String) async throws(Failure) -> String {
        let task = "Cannot restore a machine from \(file)"
        let xml = try await doing(task) { () throws(LibvirtError) in
            try await connection.saveImageXML(path: file)
        }
        try await doing(task) { () throws(LibvirtError) in try await connection.restoreDomain(from: file) }
        return (try? LibvirtXML.Domain(parsing: xml))?.name ?? file
    }
}
