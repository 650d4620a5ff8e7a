import Libvirt
import LibvirtXML
import XMLTree

extension Machine {
    /// Takes the medium of the first boot out of the machine, as it runs and as it is defined, and deletes it. Maps to
    /// `virDomainUpdateDeviceFlags`, `virDomainDetachDeviceFlags` and `virStorageVolDelete`.
    ///
    /// What was done already, by an earlier try, is left out.
    func removeSeed(_ path: String) async throws(Failure) {
        let task = "Cannot remove the seed \(path) of \(label)"
        let definitions = try await definitions(task)
        if let disk = definitions.live?.drive(of: path) { try await takeOut(disk, task) }
        if let disk = definitions.next?.drive(of: path) {
            let text = try Self.text(of: disk, task)
            try await doing(task) { () throws(LibvirtError) in try await domain.detachDevice(xml: text, flags: .config)
            }
        }
        do throws(LibvirtError) {
            try await DeletableVolume(path: path, volume: nil, size: nil).delete(on: host.connection)
        } catch {
            guard error.code == .noStorageVolume else { throw Failure(task, error) }
        }
        try await changeMetadata { $0.seed = nil }
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
