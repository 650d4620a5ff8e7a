import Libvirt

extension Host {
    /// Who uses which file, looked at more closely than for a listing.
    ///
    /// Overlays made with other tools are the danger: deleting what they stand on would destroy them. So every running
    /// pool looks at its files again, and on this computer the headers of the machines' own images are read too, which
    /// finds what an overlay outside all pools stands on.
    public func usersForDeletion() async throws(Failure) -> StorageUsers {
        let pools = try await doing("Cannot list the pools") { () throws(LibvirtError) in
            try await connection.storagePools(.active)
        }
        _ = await withTaskGroup(of: Void.self) { group in
            for pool in pools {
                // One that cannot look now, as while a volume is written, answers with what it knew.
                group.addTask { try? await pool.refresh() }
            }
        }
        let users = try await storageUsers()
        guard uri.isLocal else { return users }
        return users.adding(users.uses.flatMap { Self.imagesBelow($0, users) })
    }

    private static func imagesBelow(_ use: StorageUse, _ users: StorageUsers) -> [StorageUse] {
        guard use.role == .disk || use.role == .backing else { return [] }
        var found: [StorageUse] = []
        var upper = use.path
        // A chain may be broken into a ring.
        while found.count < 256, let below = OverlayHeader.backingPath(of: upper).map(users.canonical),
            below != use.path, !found.contains(where: { $0.path == below })
        {
            var use = use
            use.path = below
            use.role = .backing
            found.append(use)
            upper = below
        }
        return found
    }
}
