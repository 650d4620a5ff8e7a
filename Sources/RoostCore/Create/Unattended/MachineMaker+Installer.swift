import Libvirt
import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension MachineMaker {
    /// Starts a defined machine for this once with the installer's kernel, and removes at once what that was given: the host
    /// has it in the machine's memory by then, or holds it open, and it holds passwords.
    ///
    /// The installer ends with a reboot. That switches the machine off, and its next start is that of its definition.
    func start(_ installer: UnattendedPlan, of domain: Libvirt.Domain, _ undo: inout UndoStack) async throws(Failure) {
        var files = UndoStack()
        do throws(Failure) {
            let kernel = try await path(of: installer.kernel, &files)
            let initrd = try await path(of: installer.initrd, adding: installer.answers, &files)
            let definition = try await step(.start) { () throws(LibvirtError) in
                try await domain.xml([.inactive, .secure])
            }
            let seed = try await path(ofSeed: installer.seed, &files)
            let first = try firstStart(definition, kernel, initrd, installer.commandLine, seed: seed)
            try await step(.start) { () throws(LibvirtError) in _ = try await connection.createDomain(xml: first) }
        } catch {
            throw await files.unwind(after: error)
        }
        undo.push("the running machine \(plan.name)") { try await domain.destroy() }
        let left = await files.unwind()
        guard left.isEmpty else {
            throw Failure(
                .general, "The answers to the installer cannot be removed, and hold passwords",
                why: left.joined(separator: "; "), remedy: "Remove them by hand.")
        }
    }

    private func firstStart(
        _ definition: String, _ kernel: String, _ initrd: String, _ commandLine: String, seed: String?
    ) throws(Failure) -> String {
        do {
            var domain = try LibvirtXML.Domain(parsing: definition)
            domain.os.kernel = kernel
            domain.os.initrd = initrd
            domain.os.commandLine = commandLine
            domain.onReboot = .destroy
            if let seed { domain.addSeedDrive(seed) }
            return try domain.xml()
        } catch {
            throw Failure(.general, "The definition that libvirt gave back cannot be read", why: "\(error)")
        }
    }

    /// Where the disc with the answers is put. QEMU holds it open, so the guest goes on to see it when its name is gone.
    private func path(ofSeed seed: [UInt8]?, _ files: inout UndoStack) async throws(Failure) -> String? {
        guard let seed else { return nil }
        let made = try await step(.installer) { () throws(LibvirtError) in try await newFile(seed) }
        files.push("the file \(made.key)") { try await made.delete() }
        return made.key
    }

    /// Where a file of the installer lies, or is put: as it is, or with more files for the initial RAM disk behind it.
    private func path(
        of file: InstallerFile, adding: [UInt8] = [], _ files: inout UndoStack
    ) async throws(Failure) -> String {
        let made: StorageVolume
        switch file {
        case .path(let path):
            guard !adding.isEmpty else { return path }
            made = try await step(.installer) { () throws(LibvirtError) in try await extended(path, by: adding) }
        case .onDisc(let disc, let path):
            let content = try await InstallerDisc(host: host, path: disc).read(path)
            let padding = [UInt8](
                repeating: 0, count: Int(CPIOArchive.start(behind: UInt64(content.count))) - content.count)
            made = try await step(.installer) { () throws(LibvirtError) in
                try await newFile(content + padding + adding)
            }
        }
        files.push("the file \(made.key)") { try await made.delete() }
        return made.key
    }

    /// A copy of a file of the host, with more behind it. The copy is made by the host.
    private func extended(_ path: String, by bytes: [UInt8]) async throws(LibvirtError) -> StorageVolume {
        guard let (directory, name) = DeletableVolume.split(path) else {
            throw LibvirtError(code: .invalidArgument, message: "\(path) is no file of the host")
        }
        return try await DirectoryPool(connection: connection, path: directory).with { (pool) throws(LibvirtError) in
            // A pool that stood before may be older than the file.
            try await pool.refreshIfIdle()
            let original = try await pool.volume(named: name)
            let start = CPIOArchive.start(behind: try await original.info().capacity)
            return try await newFile(bytes, at: start) { (pool, text) throws(LibvirtError) in
                try await pool.createVolume(xml: text, from: original)
            }
        }
    }

    /// A file beside the machine's first disk.
    private func newFile(
        _ bytes: [UInt8], at start: UInt64 = 0,
        _ make: (Libvirt.StoragePool, String) async throws(LibvirtError) -> StorageVolume = {
            (pool, text) throws(LibvirtError) in try await pool.createVolume(xml: text)
        }
    ) async throws(LibvirtError) -> StorageVolume {
        let disk = plan.volumes.lazy.compactMap { $0.volume.path.flatMap(DeletableVolume.split) }.first
        let place = DirectoryPool(connection: connection, path: disk?.directory ?? Self.bootDirectory)
        let name = "\(plan.name)-install-\(UUID().uuidString.prefix(8).lowercased())"
        let length = start + UInt64(bytes.count)
        let text: String
        do {
            text = try LibvirtXML.Volume(name: name, capacity: length, format: .raw, allocation: length).xml()
        } catch {
            throw LibvirtError(code: .invalidText, message: "\(error)")
        }
        return try await place.with { (pool) throws(LibvirtError) in
            let made = try await make(pool, text)
            try await orRemoved(made) { () throws(LibvirtError) in
                do {
                    try await made.upload(from: BytesSource(bytes), offset: start, holes: .zeroes)
                } catch {
                    throw error as? LibvirtError ?? LibvirtError(code: .operationFailed, message: "\(error)")
                }
            }
            return made
        }
    }

    /// Where libvirt keeps such files, for machines whose disks are no files.
    private static let bootDirectory = "/var/lib/libvirt/boot"
}
