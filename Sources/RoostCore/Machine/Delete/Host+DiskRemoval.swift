import Libvirt
import LibvirtXML

extension Host {
    /// What becomes of a machine's own disk.
    /// - Parameter isFile: whether the machine has it as a file, as opposed to a device.
    func diskRemoval(_ path: String, isFile: Bool, _ users: StorageUsers) async throws(Failure) -> DiskRemoval {
        if let found = try await volumeForDeletion(path, users) { return .goes(found) }
        guard isFile else { return .stays("no running pool holds it, so it is not known who else needs it") }
        if let reason = whyFileStays(path, users) { return .stays(reason) }
        if uri.isLocal, LocalFiles.lookAtLink(path) == .missing { return .gone }
        return try await removalOutsidePools(users.canonical(path))
    }

    /// Things that are no ordinary file in an ordinary directory are not for a pool of their own.
    private func whyFileStays(_ path: String, _ users: StorageUsers) -> String? {
        let canonical = users.canonical(path)
        let parts = canonical.split(separator: "/")
        guard canonical.hasPrefix("/"), !parts.contains("..") else {
            return "no running pool holds it, and its path can be read in two ways"
        }
        guard parts.count > 1, ["dev", "proc", "sys"].allSatisfy({ parts[0] != $0 }) else {
            return "no running pool holds it, and its directory is no place for images"
        }
        guard uri.isLocal, case .found(let status) = LocalFiles.lookAtLink(path) else { return nil }
        switch status.kind {
        case .file: return nil
        case .link: return "it is a symbolic link, to \(canonical)"
        default: return "it is not an ordinary file"
        }
    }

    /// Looks with a pool that is opened for the file's directory and closed again.
    private func removalOutsidePools(_ path: String) async throws(Failure) -> DiskRemoval {
        guard let (directory, name) = DeletableVolume.split(path) else { return .gone }
        let found: (size: UInt64, above: String?)?
        do throws(LibvirtError) {
            found = try await DirectoryPool(connection: connection, path: directory).with {
                (pool) throws(LibvirtError) in
                try await pool.refreshIfIdle()
                return try await Self.look(at: name, in: pool)
            }
        } catch {
            let failure = Failure("Cannot look into \(directory)", error)
            guard failure.kind != .interrupted else { throw failure }
            return .stays(
                "no running pool holds it, and none can be opened for its directory: \(failure.why ?? "it failed")")
        }
        guard let found else {
            guard uri.isLocal, case .found = LocalFiles.lookAtLink(path) else { return .gone }
            return .stays("libvirt does not take it for an image")
        }
        if let above = found.above { return .stays("it is used by \(above) (stands on it)") }
        return .goes(DeletableVolume(path: path, volume: nil, size: found.size))
    }

    /// - Returns: its size, and the image that stands on it; nil when it is not there.
    private static func look(
        at name: String, in pool: Libvirt.StoragePool
    ) async throws(LibvirtError) -> (size: UInt64, above: String?)? {
        var size: UInt64?
        var above: String?
        for volume in try await pool.volumes() {
            if volume.name == name {
                size = try await volume.info().allocation
                continue
            }
            let text: String
            do throws(LibvirtError) {
                text = try await volume.xml()
            } catch {
                guard error.code == .noStorageVolume else { throw error }
                continue
            }
            // By the name alone: the directory may be spelled in other ways.
            let below = (try? LibvirtXML.Volume(parsing: text))?.backingPath
            if below?.split(separator: "/").last.map(String.init) == name { above = volume.name }
        }
        return size.map { ($0, above) }
    }
}
