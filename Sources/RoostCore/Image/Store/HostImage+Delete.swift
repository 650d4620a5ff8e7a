import Libvirt

extension HostImage {
    /// - Parameter users: from ``Host/usersForDeletion()``, which one call serves for many images.
    /// - Throws: ``Failure`` of kind state that names who stands on it.
    public func checkDeletion(_ users: StorageUsers) throws(Failure) {
        let task = "Cannot delete the image \(label)"
        guard image.pool != nil, image.volume != nil else {
            throw Failure(.state, task, why: "it lies in no pool", remedy: "Remove the file where it lies.")
        }
        guard let reason = users.reason(for: image.path) else { return }
        throw Failure(
            .state, task, why: "it is used by \(reason)",
            remedy: "Delete what stands on it first; a newer version can be used beside it.")
    }

    /// Deletes it, and what is known of it. Maps to `virStorageVolDelete`.
    /// - Throws: ``Failure`` of kind state that names who stands on it.
    public func delete(_ users: StorageUsers) async throws(Failure) {
        try checkDeletion(users)
        guard let pool = image.pool, let name = image.volume else { return }
        let place = try await host.pool(pool)
        if let volume = try await place.volume(named: name) { try await volume.remove() }
        guard let known = ImageVolumeName(of: name) else { return }
        // The record goes last, and only with the last image that it is of: a raw and a qcow2 one never share a version.
        if let record = try await place.volume(named: known.record) { try await record.remove() }
    }
}
