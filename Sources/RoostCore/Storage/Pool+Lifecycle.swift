import Libvirt
import LibvirtXML

extension Pool {
    /// Starts it. Maps to `virStoragePoolCreate`.
    /// - Throws: ``Failure``, of kind state when it runs.
    public func start() async throws(Failure) {
        let handle = handle
        try await doing("Cannot start pool \(label)") { () throws(LibvirtError) in try await handle.start() }
    }

    /// Stops it; its volumes stay. Maps to `virStoragePoolDestroy`.
    public func stop() async throws(Failure) {
        let handle = handle
        try await doing("Cannot stop pool \(label)") { () throws(LibvirtError) in try await handle.destroy() }
    }

    /// Looks again for its volumes and sizes. Maps to `virStoragePoolRefresh`.
    /// - Returns: false while libvirt makes or wipes a volume of the pool; it refreshes by itself after that.
    @discardableResult
    public func refresh() async throws(Failure) -> Bool {
        try await doing("Cannot refresh pool \(label)") { () throws(LibvirtError) in try await handle.refreshIfIdle() }
    }

    /// What a deletion would take.
    /// - Parameter files: whether the volumes go too.
    /// - Throws: ``Failure`` of kind state when volumes would go that something uses.
    public func deletion(files: Bool) async throws(Failure) -> PoolDeletion {
        let handle = handle
        let view = try await view()
        var volumes: [VolumeSummary] = []
        if files {
            try await requireActive(for: "Cannot delete the files of pool \(label)")
            volumes = try await self.volumes()
            try await refuseUsed(volumes)
        }
        let persistent = try await doing("Cannot read pool \(label)") { () throws(LibvirtError) in
            try await handle.isPersistent()
        }
        return PoolDeletion(
            name: name, path: view.path, active: try await isActive(), persistent: persistent, volumes: volumes)
    }

    private func refuseUsed(_ volumes: [VolumeSummary]) async throws(Failure) {
        let users = try await host.storageUsers()
        // What stands on a volume that goes as well is no reason to keep it.
        let going = Set(volumes.map { StoragePath(isLocal: host.uri.isLocal).canonical($0.path) })
        let isLocal = host.uri.isLocal
        let kept = volumes.compactMap { volume -> String? in
            let uses = users.uses(of: volume.path).filter { use in
                guard let other = use.volume else { return true }
                return !going.contains(StoragePath(isLocal: isLocal).canonical(other))
            }
            return uses.first.map { "\(volume.name) is used by \($0)" }
        }
        guard let first = kept.first else { return }
        throw Failure(
            .state, "Cannot delete the files of pool \(label)",
            why: kept.count == 1 ? first : "\(first), and \(kept.count - 1) more are used",
            remedy: "Delete those machines first, or leave --delete-files out: then only the definition goes.")
    }

    /// Carries out what ``deletion(files:)`` told: the listed volumes, then the pool and its definition. The directory and
    /// files that were not listed stay.
    public func delete(_ deletion: PoolDeletion) async throws(Failure) {
        let handle = handle
        for volume in deletion.volumes {
            _ = try await Host.present("Cannot delete \(label)/\(volume.name)") { () throws(LibvirtError) in
                try await handle.volume(named: volume.name).delete()
            }
        }
        try await doing("Cannot delete pool \(label)") { () throws(LibvirtError) in
            if deletion.active { try await handle.destroy() }
            if deletion.persistent { try await handle.undefine() }
        }
    }
}
