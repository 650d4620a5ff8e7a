/// Finds the directory that keeps QEMU's user away from a file.
///
/// libvirt makes QEMU's user the owner of a machine's files, but of no directory on the way to them.
struct DirectoryAccess {
    /// The account that QEMU runs as.
    struct Account: Equatable {
        var user: UInt32
        /// All groups that it is in.
        var groups: Set<UInt32>
        /// The name, or the number where it has none.
        var name: String
    }

    let account: Account
    var look: (String) -> LocalLook = LocalFiles.look
    var accessList: (String) -> [UInt8]? = LocalFiles.accessList

    /// The uppermost directory on the way to a file that the account may not pass; nil when it may pass all.
    /// - Parameter path: absolute and without symbolic links.
    func blocking(_ path: String) -> String? {
        guard account.user != 0 else { return nil }
        var directory = "/"
        for part in path.split(separator: "/") {
            // What this user cannot see is left to libvirt.
            guard case .found(let status) = look(directory), status.kind == .directory else { return nil }
            if !passes(status, accessList: accessList(directory)) { return directory }
            directory += directory == "/" ? part : "/\(part)"
        }
        return nil
    }

    /// Linux's own order: the owner's bits, the list's users, the groups, the others.
    private func passes(_ status: LocalStatus, accessList: [UInt8]?) -> Bool {
        if account.user == status.owner { return status.mode & 0o100 != 0 }
        let list = accessList.map(AccessList.init) ?? AccessList()
        if let bits = list.users[account.user] { return bits & list.mask & 1 != 0 }
        // With a list, the file's group bits are its mask.
        let owningGroup = list.owningGroup ?? UInt8(truncatingIfNeeded: status.mode >> 3 & 7)
        var groups = list.groups.filter { account.groups.contains($0.key) }.map(\.value)
        if account.groups.contains(status.group) { groups.append(owningGroup) }
        guard groups.isEmpty else { return groups.contains { $0 & list.mask & 1 != 0 } }
        return status.mode & 1 != 0
    }
}
