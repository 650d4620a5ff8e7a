extension Fleet {
    public func deletion(
        of texts: [String], keepDisks: Bool, force: Bool
    ) async throws(Failure) -> any SiteDeletion {
        let chosen = try await select(texts, of: Machine.self)
        var deletion = FleetDeletion(keepsDisks: keepDisks, refused: chosen.failures)
        for (host, machines) in chosen.byHost {
            let (going, failures) = try await host.planDeletion(of: machines, keepDisks: keepDisks, force: force)
            if !going.isEmpty { deletion.planned.append((host, going)) }
            deletion.refused += failures
        }
        return deletion
    }

    public func volumeRemoval(_ texts: [String], pool: String?) async throws(Failure) -> any SiteRemoval {
        try await removal(of: try await volumes(texts, pool: pool)) { volume, users throws(Failure) in
            let row = try await volume.summary()
            try await volume.checkDeletion(users)
            return RemovalItem(
                label: volume.address, path: volume.host.label(row.path), allocation: row.allocation,
                unfinishedUploadOf: row.unfinishedUploadOf)
        } delete: { volume, users throws(Failure) in
            try await volume.delete(users)
        }
    }

    public func imageRemoval(_ texts: [String], pool: String?) async throws(Failure) -> any SiteRemoval {
        try await removal(of: try await images(texts, pool: pool)) { image, users throws(Failure) in
            try image.checkDeletion(users)
            return RemovalItem(
                label: image.label, path: image.host.label(image.image.path), allocation: image.image.allocation)
        } delete: { image, users throws(Failure) in
            try await image.delete(users)
        }
    }

    private func removal<Item: OnHost>(
        of chosen: FleetSelection<Item>,
        check: (Item, StorageUsers) async throws(Failure) -> RemovalItem,
        delete: @escaping @Sendable (Item, StorageUsers) async throws(Failure) -> Void
    ) async throws(Failure) -> FleetRemoval<Item> {
        var removal = FleetRemoval<Item>(refused: chosen.failures, delete: delete)
        for (host, items) in chosen.byHost {
            let users = try await host.usersForDeletion()
            var free: [(Item, RemovalItem)] = []
            for item in items {
                do throws(Failure) {
                    free.append((item, try await check(item, users)))
                } catch {
                    removal.refused.append(error)
                }
            }
            if !free.isEmpty { removal.going.append((host, free)) }
        }
        return removal
    }
}
