import LibvirtXML

extension Preflight {
    /// Whether QEMU's user can reach every file. Only of use for the system's daemon: a session's QEMU is the user's own.
    func checkAccess(_ disks: [LibvirtXML.Disk]) throws(Failure) {
        guard isLocal, !survey.facts.isSession, let account = Self.account(survey.facts) else { return }
        let access = DirectoryAccess(account: account)
        let boot = request.boot
        var paths = disks.compactMap { $0.source?.path }
        paths += [boot?.kernel, boot?.initrd, boot?.dtb, boot?.loader].compactMap(\.self)
        paths += survey.sights.values.flatMap(\.backing)
        for path in paths {
            // A new file's directory may have to be made, too.
            guard let real = LocalFiles.resolved(path) ?? Self.resolvedAhead(path),
                let directory = access.blocking(real)
            else { continue }
            throw Failure(
                .permission, "QEMU cannot reach \(path)",
                why: "its user, \(account.name), may not pass the directory \(directory)",
                remedy:
                    "Let it pass: sudo setfacl -m \(ShellWord.quoted("u:\(account.name):x")) \(ShellWord.quoted(directory))"
                    + " — or move the file to /var/lib/libvirt/images.")
        }
    }

    /// A path that does not exist yet, without the links of the part that does.
    private static func resolvedAhead(_ path: String) -> String? {
        let directory = PoolLook.directory(of: path)
        guard directory != path, directory != "/" else { return path }
        guard let above = LocalFiles.resolved(directory) ?? resolvedAhead(directory) else { return nil }
        return "\(above == "/" ? "" : above)/\(path.split(separator: "/").last ?? "")"
    }

    /// Whom QEMU runs as: the label that libvirt's file owner model gives to machines, as in `+64055:+64055`.
    private static func account(_ facts: HostFacts) -> DirectoryAccess.Account? {
        let model = facts.capabilities.securityModels.first { $0.name == "dac" }
        let labels = model?.baseLabels ?? []
        guard let label = labels.first(where: { $0.type == facts.platform.domainType }) ?? labels.first else {
            return nil
        }
        let numbers = label.label.split(separator: ":").map { UInt32($0.drop { $0 == "+" }) }
        guard numbers.count == 2, let user = numbers[0], let group = numbers[1] else { return nil }
        let known = LocalFiles.account(user)
        return DirectoryAccess.Account(
            user: user, groups: Set((known?.groups ?? []) + [group]), name: known?.name ?? String(user))
    }
}
