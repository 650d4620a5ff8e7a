import Libvirt
import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The file in which a machine's UEFI keeps its variables: boot entries and Secure Boot's keys.
struct CloneVariables: Sendable {
    let host: Host
    let source: LibvirtXML.Domain
    /// The clone's.
    let name: String
    let task: String

    /// Copies the source's file beside it, by a pool of its directory.
    /// - Returns: the copy's path; nil where the source has no such file, as before its first start, or it is not found.
    func copy(_ undo: inout UndoStack) async throws(Failure) -> String? {
        guard source.usesVariables, let path = source.os.nvram ?? usualPath,
            let (directory, file) = DeletableVolume.split(path)
        else { return nil }
        let copied = CloneDefinition.file(file, from: source.name, to: name)
        let pool = DirectoryPool(connection: host.connection, path: directory)
        let isMade: Bool
        do throws(LibvirtError) {
            isMade = try await pool.with { (pool) throws(LibvirtError) in
                guard let original = try await Self.find(file, in: pool) else { return false }
                let view = try? LibvirtXML.Volume(parsing: try await original.xml())
                guard let view, view.format == .raw || view.format == .qcow2 else { return false }
                let wanted = LibvirtXML.Volume(
                    name: copied, capacity: view.capacity ?? 0, format: view.format, allocation: view.capacity)
                guard let text = try? wanted.xml() else { return false }
                _ = try await pool.createVolume(xml: text, from: original)
                return true
            }
        } catch {
            if error.code == .cancelled { throw Failure(.interrupted, "\(task): stopped") }
            guard source.os.nvram != nil else { return nil }
            throw Failure("\(task): its UEFI variables in \(path) cannot be copied", error)
        }
        guard isMade else { return nil }
        undo.push("the UEFI variables \(directory)/\(copied)") {
            try await pool.with { (pool) throws(LibvirtError) in
                try await CloneDisk.Place.volume(named: copied, in: pool).delete()
            }
        }
        return "\(directory)/\(copied)"
    }

    private static func find(
        _ file: String, in pool: Libvirt.StoragePool
    ) async throws(LibvirtError) -> StorageVolume? {
        do throws(LibvirtError) {
            return try await CloneDisk.Place.volume(named: file, in: pool)
        } catch {
            guard error.code == .noStorageVolume else { throw error }
            return nil
        }
    }

    /// Where libvirt puts the file that nobody named; the definition of a machine that is off does not tell.
    private var usualPath: String? {
        guard host.uri.path == "/session" else { return "/var/lib/libvirt/qemu/nvram/\(source.name)_VARS.fd" }
        guard host.uri.isLocal else { return nil }
        let environment = ProcessInfo.processInfo.environment
        let settings = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { "\($0)/.config" }
        return settings.map { "\($0)/libvirt/qemu/nvram/\(source.name)_VARS.fd" }
    }
}
