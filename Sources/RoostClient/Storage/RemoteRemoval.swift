import RoostCore

/// A deletion of images or volumes through a server, which looks itself whether something uses them.
struct RemoteRemoval: SiteRemoval {
    let server: ServerConnection
    var refused: [Failure] = []
    var going: [(item: RemovalItem, path: [String])] = []

    var items: [RemovalItem] { going.map(\.item) }

    func carryOut(_ deleted: (RemovalItem) -> Void) async -> [Failure] {
        var failures: [Failure] = []
        for (item, path) in going {
            do throws(Failure) {
                _ = try await server.ask(.delete(path), task: "Cannot delete \(item.label)")
                deleted(item)
            } catch {
                failures.append(error)
            }
        }
        return failures
    }
}
