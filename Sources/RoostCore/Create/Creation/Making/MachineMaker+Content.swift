import Libvirt
import LibvirtXML

extension MachineMaker {
    /// Makes a volume with what is to be in it. A volume that cannot be filled is removed again.
    func create(
        _ wanted: VolumePlan, _ text: String, in pool: Libvirt.StoragePool
    ) async throws(LibvirtError) -> StorageVolume {
        if wanted.volume.isSeed { return try await seed(text, in: pool) }
        guard let copy = wanted.volume.copy, copy.sharing != .overlay else {
            let volume = try await pool.createVolume(xml: text)
            if let copy = wanted.volume.copy { copied(CopiedImage(name: copy.image.name, way: .overlay)) }
            return volume
        }
        return try await self.copy(copy, wanted, text, into: pool)
    }

    private func seed(_ text: String, in pool: Libvirt.StoragePool) async throws(LibvirtError) -> StorageVolume {
        let volume = try await pool.createVolume(xml: text)
        try await orRemoved(volume) { () throws(LibvirtError) in
            do {
                try await volume.upload(from: BytesSource(plan.seed ?? []), holes: .zeroes)
            } catch {
                throw error as? LibvirtError ?? LibvirtError(code: .operationFailed, message: "\(error)")
            }
        }
        return volume
    }

    private func copy(
        _ copy: ImageCopy, _ wanted: VolumePlan, _ text: String, into pool: Libvirt.StoragePool
    ) async throws(LibvirtError) -> StorageVolume {
        let (volume, way) = try await withImage(copy.image) { (connection, image) throws(LibvirtError) in
            let pool = try await connection.storagePool(uuid: pool.uuid)
            if copy.sharing != .full {
                do throws(LibvirtError) {
                    let made = try await pool.createVolume(xml: text, from: image, options: .reflink)
                    return (made.key, CopiedImage.Way.reflink)
                } catch {
                    // Most file systems cannot; what was begun is removed by libvirt.
                    let isFinal = [.storageVolumeExists, .cancelled].contains(error.code)
                    if copy.sharing == .reflink || isFinal { throw error }
                }
            }
            return (try await pool.createVolume(xml: text, from: image).key, .full)
        }
        // By the everyday connection, which takes it back if need be; a cancellation must not lose it.
        let made = try await Task { try await connection.storageVolume(key: volume) }.result.mapError { error in
            error as? LibvirtError ?? LibvirtError(code: .operationFailed, message: "\(error)")
        }.get()
        try await orRemoved(made) { () throws(LibvirtError) in
            // The copy of an image has the image's size, whatever was asked for.
            if try await made.info().capacity < wanted.volume.capacity {
                try await made.resize(to: wanted.volume.capacity)
            }
        }
        copied(CopiedImage(name: copy.image.name, way: way))
        return made
    }

    /// Runs `body` with the image by the connection for long work; where no pool holds it, one is opened for its directory.
    private func withImage<Value: Sendable>(
        _ image: ImageFacts, _ body: (Connection, StorageVolume) async throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        let connection = try await connection.longWork()
        if let volume = image.volume {
            return try await body(
                connection, try await connection.storagePool(named: volume.pool).volume(named: volume.name))
        }
        guard let path = image.path, let (directory, name) = DeletableVolume.split(path) else {
            throw LibvirtError(code: .noStorageVolume, message: "no pool can hold \(image.name)")
        }
        return try await DirectoryPool(connection: connection, path: directory).with { (pool) throws(LibvirtError) in
            // A pool that stood before may be older than the file.
            try await pool.refreshIfIdle()
            return try await body(connection, try await pool.volume(named: name))
        }
    }

    func orRemoved(
        _ volume: StorageVolume, _ body: () async throws(LibvirtError) -> Void
    ) async throws(LibvirtError) {
        do throws(LibvirtError) {
            try await body()
        } catch {
            // In a task of its own: the cause may be a cancellation. What cannot be removed either is an error already.
            _ = await Task { try await volume.delete() }.result
            throw error
        }
    }
}
