import Libvirt
import LibvirtXML

extension Pool {
    /// Makes an empty volume. libvirt removes what it has made when it fails.
    /// - Throws: ``Failure``, of kind exists when the name is taken, resources when the pool has too little room.
    public func createVolume(_ request: VolumeRequest) async throws(Failure) -> Volume {
        try request.check()
        let task = "Cannot create the volume \(label)/\(request.name)"
        try await requireActive(for: task)
        guard try await volume(named: request.name) == nil else {
            throw Failure(.exists, task, why: "there is a volume of that name", remedy: "Choose another name.")
        }
        var view = LibvirtXML.Volume(
            name: request.name, capacity: request.size ?? 0, format: ImageFormat(rawValue: request.format.rawValue))
        if let backing = request.backing {
            let base = try await host.volume(backing).view()
            let capacity = base.capacity ?? 0
            guard (request.size ?? capacity) >= capacity else {
                throw Failure(
                    .usage, task, why: "\(backing) has \(StorageSize.text(capacity)), and its end would be cut off",
                    remedy: "Leave --size out, or give at least that much.")
            }
            view.capacity = request.size ?? capacity
            view.backingPath = base.path
            view.backingFormat = base.format ?? .raw
        }
        view.allocation = request.preallocation == .full ? view.capacity : 0
        if request.preallocation == .full { try await requireRoom(view.capacity ?? 0, for: task) }
        let options: StorageVolume.CreateOptions = request.preallocation == .metadata ? .preallocateMetadata : []
        return try await create(view, options, for: task)
    }

    /// Makes the volume that a description asks for, over the connection for long work: allocating can take minutes.
    func create(
        _ view: LibvirtXML.Volume, _ options: StorageVolume.CreateOptions = [], for task: String
    ) async throws(Failure) -> Volume {
        let text = try view.text(for: task)
        let (handle, uuid) = (handle, handle.uuid)
        let key = try await doing(task) { () throws(LibvirtError) in
            try await handle.connection.longWork().storagePool(uuid: uuid).createVolume(xml: text, options: options).key
        }
        return try await adopt(key: key, for: task)
    }

    /// Makes a volume with the content of another one. The host works on while nobody waits for it.
    /// - Parameter reflink: share the blocks where the file system can.
    func copy(
        _ source: Volume, as view: LibvirtXML.Volume, reflink: Bool, for task: String
    ) async throws(Failure) -> Volume {
        let text = try view.text(for: task)
        let (handle, uuid, sourceKey) = (handle, handle.uuid, source.handle.key)
        let key = try await doing(task) { () throws(LibvirtError) in
            let connection = try await handle.connection.longWork()
            let pool = try await connection.storagePool(uuid: uuid)
            let original = try await connection.storageVolume(key: sourceKey)
            if reflink {
                do throws(LibvirtError) {
                    return try await pool.createVolume(xml: text, from: original, options: .reflink).key
                } catch {
                    // Most file systems cannot; what was begun is removed by libvirt.
                    if error.code == .storageVolumeExists || error.code == .cancelled { throw error }
                }
            }
            return try await pool.createVolume(xml: text, from: original).key
        }
        return try await adopt(key: key, for: task)
    }

    /// The volume by a handle of the everyday connection. Works in a cancelled task too, for what was made must be known to
    /// whoever takes it back.
    private func adopt(key: String, for task: String) async throws(Failure) -> Volume {
        let connection = handle.connection
        let lookup = Task { () -> Result<StorageVolume, LibvirtError> in
            do throws(LibvirtError) {
                return .success(try await connection.storageVolume(key: key))
            } catch {
                return .failure(error)
            }
        }
        return Volume(
            pool: self, handle: try await doing(task) { () throws(LibvirtError) in try await lookup.value.get() })
    }

    /// - Throws: ``Failure`` of kind resources when the pool has not so many bytes left.
    func requireRoom(_ bytes: UInt64, for task: String) async throws(Failure) {
        // The sizes are those of the last refresh, which may be days old.
        try await refresh()
        let handle = handle
        let info = try await doing(task) { () throws(LibvirtError) in try await handle.info() }
        let available = free(info.available, try await view())
        guard available < bytes else { return }
        throw Failure(
            .resources, task,
            why: "it needs \(StorageSize.text(bytes)), and pool \(label) has \(StorageSize.text(available)) left",
            remedy: "Free some space, or choose another pool: roost pool list")
    }
}

extension LibvirtXML.Volume {
    /// The description as libvirt takes it.
    func text(for task: String) throws(Failure) -> String {
        do {
            return try xml()
        } catch {
            throw Failure(.usage, task, why: "\(error)")
        }
    }
}
