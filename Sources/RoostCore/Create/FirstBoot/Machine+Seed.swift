import Libvirt
import LibvirtXML
import XMLTree

extension Machine {
    /// Takes the medium of the first boot out of the machine, as it runs and as it is defined, and deletes it. Maps to
    /// `virDomainUpdateDeviceFlags`, `virDomainDetachDeviceFlags` and `virStorageVolDelete`.
    ///
    /// What was done already, by an earlier try, is left out. A file that is in none of its drives, or that others use,
    /// stays: anybody can write a path into a definition's metadata.
    func removeSeed(_ path: String) async throws(Failure) {
        let task = "Cannot remove the seed \(path) of \(label)"
        let definitions = try await definitions(task)
        let (live, next) = (definitions.live?.drive(of: path), definitions.next?.drive(of: path))
        if let live { try await takeOut(live, task) }
        if live != nil || next != nil { try await deleteSeed(path, task) }
        // Last, for it tells a later try that the file was this machine's.
        if let next {
            let text = try Self.text(of: next, task)
            try await doing(task) { () throws(LibvirtError) in try await domain.detachDevice(xml: text, flags: .config)
            }
        }
        try await changeMetadata { $0.seed = nil }
    }

    private func deleteSeed(_ path: String, _ task: String) async throws(Failure) {
        guard try await host.usersForDeletion().reason(for: path, except: uuid) == nil else { return }
        do throws(LibvirtError) {
            try await DeletableVolume(path: path, volume: nil, size: nil).delete(on: host.connection)
        } catch {
            guard error.code == .noStorageVolume else { throw Failure(task, error) }
        }
    }

    /// The medium first, at once; then the drive, if this host can take it from a running machine.
    private func takeOut(_ disk: LibvirtXML.Disk, _ task: String) async throws(Failure) {
        let empty = LibvirtXML.Disk(
            device: .cdrom, source: nil, target: disk.target ?? "sda", bus: disk.bus ?? .scsi, format: nil)
        let text = try Self.text(of: empty, task)
        try await doing(task) { () throws(LibvirtError) in
            try await domain.updateDevice(xml: text, flags: [.live, .force])
        }
        // An empty drive that stays until the next start does no harm.
        try? await domain.detachDevice(xml: text, flags: .live)
    }

    private static func text(of disk: LibvirtXML.Disk, _ task: String) throws(Failure) -> String {
        do {
            return try disk.element.serialized()
        } catch {
            throw Failure(.general, task, why: "\(error)")
        }
    }
}

extension LibvirtXML.Domain {
    fileprivate func drive(of path: String) -> LibvirtXML.Disk? {
        self.devices.disks.first { $0.device == .cdrom && $0.source?.path == path }
    }
}
