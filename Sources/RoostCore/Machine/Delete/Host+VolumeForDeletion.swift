import Libvirt

extension Host {
    /// The volume of a running pool that is the file or device at `path`, however the path is spelled.
    ///
    /// A pool knows the files that were there when it last looked, so the pool of the file's directory looks again where
    /// the file is not known.
    /// - Returns: nil when no running pool holds it.
    func volumeForDeletion(_ path: String, _ users: StorageUsers) async throws(Failure) -> DeletableVolume? {
        let canonical = users.canonical(path)
        let task = "Cannot find the volume of \(path)"
        for spelling in Set([path, canonical]).sorted() {
            if let found = try await volume(at: spelling, task) { return found }
        }
        let directories = Set([path, canonical].compactMap(Self.directory)).sorted()
        for directory in directories {
            guard try await refreshPool(of: directory, task) else { continue }
            for spelling in Set([path, canonical]).sorted() {
                if let found = try await volume(at: spelling, task) { return found }
            }
        }
        return nil
    }

    /// - Returns: false when no running pool has that directory.
    private func refreshPool(of directory: String, _ task: String) async throws(Failure) -> Bool {
        try await Self.present(task) { () throws(LibvirtError) in
            do throws(LibvirtError) {
                try await connection.storagePool(targetPath: directory).refresh()
                return true
            } catch {
                guard error.code == .noSupport else { throw error }
                return false
            }
        } ?? false
    }

    private func volume(at path: String, _ task: String) async throws(Failure) -> DeletableVolume? {
        guard
            let volume = try await Self.present(
                task,
                { () throws(LibvirtError) in
                    try await connection.storageVolume(path: path)
                })
        else { return nil }
        let info = try await Self.present(task) { () throws(LibvirtError) in try await volume.info() }
        return info.map { DeletableVolume(path: path, volume: volume, size: $0.allocation) }
    }

    private static func directory(_ path: String) -> String? { DeletableVolume.split(path)?.directory }
}
