/// Who needs which file of a host: the answer to "may this be deleted?".
public struct StorageUsers: Hashable, Sendable {
    public let uses: [StorageUse]
    private let paths: StoragePath

    init(uses: [StorageUse], paths: StoragePath) {
        self.uses = uses
        self.paths = paths
    }

    /// The form in which ``StorageUse/path`` stands.
    func canonical(_ path: String) -> String { paths.canonical(path) }

    /// The same with more uses.
    func adding(_ more: [StorageUse]) -> StorageUsers { StorageUsers(uses: uses + more, paths: paths) }

    /// Everything that needs the file or device at `path`.
    /// - Parameter machineUUID: leaves out what this machine needs, as when it is about to be deleted itself.
    public func uses(of path: String, except machineUUID: String? = nil) -> [StorageUse] {
        let path = paths.canonical(path)
        return uses.filter { $0.path == path && (machineUUID == nil || $0.machineUUID != machineUUID) }
    }

    /// One line that names at most three users of `path`; nil when nothing needs it.
    public func reason(for path: String, except machineUUID: String? = nil) -> String? {
        let users = uses(of: path, except: machineUUID).map(\.description)
        guard !users.isEmpty else { return nil }
        let more = users.count > 3 ? " and \(users.count - 3) more" : ""
        return users.prefix(3).joined(separator: ", ") + more
    }
}
