/// A deletion of images or volumes on the hosts of a fleet.
struct FleetRemoval<Item: OnHost>: SiteRemoval {
    var refused: [Failure]
    let delete: @Sendable (Item, StorageUsers) async throws(Failure) -> Void
    var going: [(host: Host, items: [(Item, RemovalItem)])] = []

    var items: [RemovalItem] { going.flatMap { $0.items.map(\.1) } }

    func carryOut(_ deleted: (RemovalItem) -> Void) async -> [Failure] {
        var failures: [Failure] = []
        for (host, items) in going {
            do throws(Failure) {
                // Read anew: a person may have taken long to agree.
                let users = try await host.usersForDeletion()
                for (item, shown) in items {
                    do throws(Failure) {
                        try await delete(item, users)
                        deleted(shown)
                    } catch {
                        failures.append(error)
                    }
                }
            } catch {
                failures.append(error)
            }
        }
        return failures
    }
}
