import Libvirt

extension SerialLog {
    /// Removes the file with those that came before it, if there are any. Maps to `virStorageVolDelete`.
    func remove() async throws(Failure) {
        let (directory, name) = try place
        do throws(LibvirtError) {
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
        } catch {
            guard !Self.isWithoutDirectory(error) else { return }
            throw Failure("Cannot remove the serial log of \(label)", error)
        }
    }
}
