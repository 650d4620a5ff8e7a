import Libvirt
import LibvirtXML

extension Volume {
    /// Changes the size that machines see. Maps to `virStorageVolResize`.
    /// - Parameters:
    ///   - size: in bytes.
    ///   - shrink: whether it may become smaller, which cuts its end off.
    /// - Throws: ``Failure`` of kind state when a running machine or an image that stands on it forbids that.
    public func resize(to size: UInt64, shrink: Bool = false) async throws(Failure) {
        let task = "Cannot resize the volume \(address)"
        let view = try await view()
        let path = view.path ?? handle.key
        let capacity = view.capacity ?? 0
        if size == capacity { return }
        guard size > capacity || shrink else {
            throw Failure(
                .usage, task,
                why: "it has \(StorageSize.text(capacity)), and \(StorageSize.text(size)) would cut its end off",
                remedy: "Make the guest's file systems smaller first, then say --shrink.")
        }
        let users = try await host.storageUsers()
        let mebibytes = size / (1 << 20)
        try refuseRunningUsers(task, users: users, path: path) { use in
            let machine = use.machine ?? ""
            return "Stop it first: roost shutdown \(ShellWord.quoted(machine)). While it runs QEMU itself can grow it: "
                + "roost disk resize \(ShellWord.quoted(machine)) \(ShellWord.quoted(use.target ?? path)) \(mebibytes)M"
        }
        if size < capacity, let backed = users.uses(of: path).first(where: { $0.role == .backing }) {
            throw Failure(.state, task, why: "\(backed), and would lose its end", remedy: "Leave it as large as it is.")
        }
        let handle = handle
        try await doing(task) { () throws(LibvirtError) in
            try await handle.resize(to: size, options: size < capacity ? .shrink : [])
        }
    }

    /// - Parameter users: from ``Host/storageUsers(volumes:)``, which one call serves for many volumes.
    /// - Throws: ``Failure`` of kind state that names who uses it.
    public func checkDeletion(_ users: StorageUsers) async throws(Failure) {
        guard let reason = users.reason(for: try await view().path ?? handle.key) else { return }
        throw Failure(
            .state, "Cannot delete the volume \(address)", why: "it is used by \(reason)",
            remedy: "Delete what uses it first, or take it away from the machine.")
    }

    /// Deletes it with its content. Maps to `virStorageVolDelete`.
    /// - Throws: ``Failure`` of kind state that names who uses it.
    public func delete(_ users: StorageUsers) async throws(Failure) {
        try await checkDeletion(users)
        try await remove()
    }

    /// Deletes it without asking who uses it.
    func remove() async throws(Failure) {
        let handle = handle
        _ = try await Host.present("Cannot delete the volume \(address)") { () throws(LibvirtError) in
            try await handle.delete()
        }
    }

    /// Makes a copy in the same pool or in another one of the same host. The blocks are shared where the file system can.
    /// - Throws: ``Failure`` of kind state when a running machine writes to it, exists when the name is taken.
    public func clone(as name: String, in target: Pool) async throws(Failure) -> Volume {
        let task = "Cannot clone the volume \(address)"
        try StorageName.check(name, kind: "volume", reserved: PartialName.overhead)
        try await target.requireActive(for: task)
        let view = try await view()
        let path = view.path ?? handle.key
        try refuseRunningUsers(
            task, users: try await host.storageUsers(volumes: false), path: path, writersOnly: true
        ) { use in
            "Stop it first: roost shutdown \(ShellWord.quoted(use.machine ?? ""))"
        }
        if try await target.volume(named: name) != nil {
            throw Failure(
                .exists, task, why: "there is a volume \(target.label)/\(name)", remedy: "Choose another name.")
        }
        try await target.requireRoom(min(view.allocation ?? 0, view.capacity ?? .max), for: task)
        var copy = LibvirtXML.Volume(name: name, capacity: view.capacity ?? 0, format: view.format, allocation: 0)
        copy.permissions = view.permissions
        if view.format == .iso { copy.format = .raw }
        copy.backingPath = view.backingPath
        copy.backingFormat = view.backingFormat
        let made = try await target.copy(self, as: copy, reflink: view.format == .raw, for: task)
        guard Task.isCancelled else { return made }
        _ = await Task { try await made.remove() }.result
        throw Failure(.interrupted, task, why: "it was stopped, and the copy was removed")
    }
}
