import Libvirt

extension CloneDisk.Place {
    /// Runs `body` with the pool of this place, which is opened for as long as that takes where there is none.
    func with<Value>(
        on connection: Connection, _ body: (Libvirt.StoragePool) async throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        switch self {
        case .directory(let path): try await DirectoryPool(connection: connection, path: path).with(body)
        case .pool(let uuid): try await body(try await connection.storagePool(uuid: uuid))
        }
    }

    /// The volume of that name, also one that came after the pool last looked.
    static func volume(named name: String, in pool: Libvirt.StoragePool) async throws(LibvirtError) -> StorageVolume {
        do throws(LibvirtError) {
            return try await pool.volume(named: name)
        } catch {
            guard error.code == .noStorageVolume else { throw error }
        }
        try await pool.refresh()
        return try await pool.volume(named: name)
    }
}
