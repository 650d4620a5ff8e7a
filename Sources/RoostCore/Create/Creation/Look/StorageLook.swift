import Libvirt
import LibvirtXML

/// Finds out what lies at the places that a request names: with Roost's own eyes where the host is this computer and the
/// user may look, else through libvirt.
struct StorageLook: Sendable {
    let host: Host
    /// The longest chain of backing images that is followed.
    private static let longestChain = 64

    /// - Returns: nothing for a place where nothing lies.
    /// - Throws: ``Failure`` for a directory, or an image that lacks a part.
    func look(at place: StoragePlace) async throws(Failure) -> StorageSight? {
        switch place {
        case .path(let path):
            guard host.uri.isLocal else { return try await ask(path) }
            switch LocalFiles.look(path) {
            case .missing: return nil
            case .hidden: return try await ask(path)
            case .found(let status): return try await see(path, status)
            }
        case .volume(let pool, let name): return try await ask(name, in: pool)
        }
    }

    private func see(_ path: String, _ status: LocalStatus) async throws(Failure) -> StorageSight? {
        guard status.kind == .file || status.kind == .block else {
            throw Failure(
                .usage, "\(path) is \(status.kind == .directory ? "a directory" : "neither a file nor a block device")",
                remedy: "Give the path of an image.")
        }
        guard let header = try? ImageHeader.read(path).header else {
            // It is there, but not for this user's eyes.
            if let told = try await ask(path) { return told }
            return StorageSight(facts: StorageFacts(status.kind == .block ? .block : .file, path: path))
        }
        let facts = StorageFacts(
            status.kind == .block ? .block : .file, path: path, format: header.format, capacity: header.capacity)
        return StorageSight(facts: facts, backing: try chain(path, header))
    }

    /// Follows an image's backing images, so that a missing one is found before anything is made.
    private func chain(_ path: String, _ header: ImageHeader) throws(Failure) -> [String] {
        var chain: [String] = []
        var (image, next) = (path, header.backing)
        while let backing = next, !backing.path.contains(":"), chain.count < Self.longestChain {
            let above = (LocalFiles.resolved(image) ?? image).split(separator: "/").dropLast().joined(separator: "/")
            let file = backing.path.hasPrefix("/") ? backing.path : "/\(above)/\(backing.path)"
            if LocalFiles.look(file) == .missing {
                throw Failure(
                    .notFound, "\(image) starts from \(file), which does not exist",
                    remedy: "Bring it back to that path, or tell the image where it is now: qemu-img rebase -u -b …")
            }
            chain.append(file)
            guard let header = try? ImageHeader.read(file).header else { break }
            (image, next) = (file, header.backing)
        }
        return chain
    }

    private func ask(_ path: String) async throws(Failure) -> StorageSight? {
        let cut = path.lastIndex(of: "/") ?? path.startIndex
        let directory = cut == path.startIndex ? "/" : String(path[..<cut])
        let name = String(path[cut...].dropFirst())
        return try await described("Cannot look at \(path)", path: path) { () throws(LibvirtError) in
            do throws(LibvirtError) {
                return try await host.connection.storageVolume(path: path)
            } catch {
                guard error.code == .noStorageVolume else { throw error }
            }
            // The file may have come after the pool last looked.
            let pool = try await host.connection.storagePool(targetPath: directory)
            try await pool.refreshIfIdle()
            return try await pool.volume(named: name)
        }
    }

    private func ask(_ name: String, in pool: String) async throws(Failure) -> StorageSight? {
        try await described("Cannot look at \(pool)/\(name)", path: nil) { () throws(LibvirtError) in
            let pool = try await host.connection.storagePool(named: pool)
            do throws(LibvirtError) {
                return try await pool.volume(named: name)
            } catch {
                guard error.code == .noStorageVolume else { throw error }
            }
            try await pool.refreshIfIdle()
            return try await pool.volume(named: name)
        }
    }

    private func described(
        _ task: String, path: String?, _ find: () async throws(LibvirtError) -> StorageVolume
    ) async throws(Failure) -> StorageSight? {
        let text: String
        do throws(LibvirtError) {
            text = try await find().xml()
        } catch {
            // A pool that is not there or not started is explained where pools are looked at.
            let nothing: [LibvirtError.Code] = [.noStorageVolume, .noStoragePool, .operationInvalid]
            if nothing.contains(error.code) { return nil }
            throw Failure(task, error)
        }
        guard let volume = try? LibvirtXML.Volume(parsing: text) else { return nil }
        let kind: StorageFacts.Kind =
            switch volume.type {
            case .block: .block
            case .network: .remote
            default: .file
            }
        let facts = StorageFacts(
            kind, path: kind == .remote ? nil : path ?? volume.path, format: volume.format?.rawValue,
            capacity: volume.capacity)
        return StorageSight(facts: facts, backing: volume.backingPath.map { [$0] } ?? [])
    }
}
