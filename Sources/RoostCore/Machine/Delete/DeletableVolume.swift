import Libvirt

/// A disk's image as something that can be deleted.
struct DeletableVolume: Sendable {
    /// As libvirt is asked for it.
    let path: String
    /// nil for a file that no running pool holds: a pool is opened for its directory, for as long as it takes.
    let volume: StorageVolume?
    /// How much of the host's storage it takes, in bytes.
    let size: UInt64?

    /// Maps to `virStorageVolDelete`.
    /// - Throws: `LibvirtError`, of the code noStorageVolume when it is gone already.
    func delete(on connection: Connection) async throws(LibvirtError) {
        if let volume {
            do throws(LibvirtError) {
                return try await volume.delete()
            } catch {
                // The pool may have been one that another deletion had opened for the directory.
                guard error.code == .noStoragePool, !path.hasPrefix("/dev/") else { throw error }
            }
        }
        guard let (directory, name) = Self.split(path) else { return }
        try await DirectoryPool(connection: connection, path: directory).with { (pool) throws(LibvirtError) in
            // A pool that others opened may be older than the file.
            try await pool.refreshIfIdle()
            try await pool.volume(named: name).delete()
        }
    }

    /// nil for what lies in the root directory, of which nobody makes a pool.
    static func split(_ path: String) -> (directory: String, name: String)? {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
        return (String(path[..<slash]), String(path[slash...].dropFirst()))
    }
}
