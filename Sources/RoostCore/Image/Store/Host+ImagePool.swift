import Libvirt
import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Host {
    /// The pool of the images where no other one is named.
    public static let imagePoolName = "roost-images"
    private static let systemImages = "/var/lib/libvirt/roost-images"

    /// The pool that holds images, if it is there.
    /// - Parameter name: another one than ``imagePoolName``.
    /// - Returns: nil where the host has no images yet.
    /// - Throws: ``Failure`` of kind notFound for a pool that was named, of kind state for one that does not run.
    func presentImagePool(_ name: String?) async throws(Failure) -> Pool? {
        let task = "Cannot look at the images"
        if let name {
            let pool = try await pool(name)
            try await pool.requireActive(for: task)
            return pool
        }
        let found = try await Self.present(task) { () throws(LibvirtError) in
            try await connection.storagePool(named: Self.imagePoolName)
        }
        guard let found else { return nil }
        let pool = Pool(host: self, handle: found)
        try await pool.requireActive(for: task)
        return pool
    }

    /// The pool for a new image: made and started, now and with the host, where it is not there yet.
    func imagePool(_ name: String?, for task: String) async throws(Failure) -> Pool {
        if let name {
            let pool = try await pool(name)
            try await pool.requireActive(for: task)
            return pool
        }
        if let found = try await knownImagePool(for: task) { return found }
        let request = PoolRequest(name: Self.imagePoolName, source: .directory(path: try await imageDirectory(task)))
        do {
            return try await createPool(request)
        } catch {
            // Another command may have made it meanwhile.
            guard let found = try await knownImagePool(for: task) else { throw error.whileDoing(task) }
            return found
        }
    }

    private func knownImagePool(for task: String) async throws(Failure) -> Pool? {
        let found = try await Self.present(task) { () throws(LibvirtError) in
            try await connection.storagePool(named: Self.imagePoolName)
        }
        guard let found else { return nil }
        let pool = Pool(host: self, handle: found)
        if try await !pool.isActive() { try await pool.start() }
        return pool
    }

    /// For the system's daemon a fixed place; for a user's beside the pool `default`.
    private func imageDirectory(_ task: String) async throws(Failure) -> String {
        guard uri.path == "/session" else { return Self.systemImages }
        let standard = try await Self.present(task) { () throws(LibvirtError) in
            try await connection.storagePool(named: VolumeAddress.defaultPool)
        }
        if let standard, let path = try await Pool(host: self, handle: standard).view().path,
            let slash = StoragePath.tidy(path).lastIndex(of: "/")
        {
            return StoragePath.tidy(path)[..<slash] + "/\(Self.imagePoolName)"
        }
        guard uri.isLocal else {
            throw Failure(
                .notFound, task, why: "where images are kept for a user of that host is not known",
                remedy:
                    "Say where: roost pool create \(Self.imagePoolName) --path DIRECTORY --host \(ShellWord.quoted(self.name))"
            )
        }
        let data = ProcessInfo.processInfo.environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = data ?? FileManager.default.homeDirectoryForCurrentUser.path + "/.local/share"
        return "\(home)/libvirt/\(Self.imagePoolName)"
    }
}
