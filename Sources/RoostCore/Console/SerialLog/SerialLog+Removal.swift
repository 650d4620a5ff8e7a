import Libvirt

extension SerialLog {
    /// Removes the file with those that came before it. Maps to `virStorageVolDelete`.
    func remove() async throws(Failure) {
        let (directory, name) = try place
        try await doing("Cannot remove the serial log of \(label)") { () throws(LibvirtError) in
            try await DirectoryPool(connection: connection, path: directory).with { (pool) throws(LibvirtError) in
                try await pool.refresh()
                for volume in try await pool.volumes() where volume.name == name || volume.name.hasPrefix("\(name).") {
                    do throws(LibvirtError) {
                        try await volume.delete()
                    } catch {
                        guard error.code == .noStorageVolume else { throw error }
                    }
                }
            }
        }
    }
}
