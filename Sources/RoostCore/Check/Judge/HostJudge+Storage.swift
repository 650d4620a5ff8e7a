extension HostJudge {
    var storage: [HostFinding] {
        [defaultPool].compactMap(\.self) + [space].compactMap(\.self) + [locks].compactMap(\.self)
    }

    private var defaultPool: HostFinding? {
        let (id, title) = ("storage.default", "The pool default")
        guard let pools = look.libvirt?.pools else { return nil }
        guard let pool = pools.first(where: { $0.name == "default" }) else {
            if let other = pools.first(where: \.isActive) {
                return finding(
                    id, .storage, title, .note,
                    "there is none; \(other.name) may serve: --pool \(ShellWord.quoted(other.name))")
            }
            return note(
                finding(id, .storage, title, .failure, "there is no active pool: disks have no place"),
                [roost("pool create default --path /var/lib/libvirt/images")],
                HostChange(
                    title: "Make the pool default in /var/lib/libvirt/images, and start it with the host",
                    commands: [roost("pool create default --path /var/lib/libvirt/images")], calls: [.makeDefaultPool]))
        }
        if !pool.isActive {
            return note(
                finding(id, .storage, title, .failure, "it is not active: its disks cannot be used"),
                [roost("pool start default")],
                HostChange(
                    title: "Start the pool default, now and with the host",
                    commands: [roost("pool start default"), "virsh pool-autostart default"],
                    calls: [.startPool("default"), .autostartPool("default")]))
        }
        if !pool.isAutostarted {
            return note(
                finding(id, .storage, title, .warning, "it does not start together with the host"),
                ["virsh pool-autostart default"],
                HostChange(
                    title: "Start the pool default together with the host", commands: ["virsh pool-autostart default"],
                    calls: [.autostartPool("default")]))
        }
        return finding(id, .storage, title, .ok, pool.path)
    }

    private var space: HostFinding? {
        let (id, title) = ("storage.space", "Room for disks")
        var full: [String] = []
        var isEmpty = false
        func judge(_ what: String, _ total: Double, _ free: Double) {
            guard total > 0 else { return }
            let share = free / total
            if share < 0.02 || free < Double(1 << 30) { isEmpty = true }
            if share < 0.1 && free < 50 * Double(1 << 30) || free < Double(1 << 30) {
                full.append("\(what): \(Int(free / Double(1 << 20))) MiB of \(Int(total / Double(1 << 30))) GiB free")
            }
        }
        let pools = (look.libvirt?.pools ?? []).filter(\.isActive)
        for pool in pools { judge("pool \(pool.name)", Double(pool.capacity), Double(pool.available)) }
        if pools.isEmpty, let folder = look.text("disk.folder"),
            let sizes = look.text("disk")?.split(separator: " ").compactMap({ Double($0) }), sizes.count == 2
        {
            judge(folder, sizes[0] * 1024, sizes[1] * 1024)
        }
        if let inodes = look.text("inodes")?.split(separator: " ").compactMap({ Double($0) }), inodes.count == 2,
            inodes[0] > 0, inodes[1] / inodes[0] < 0.02
        {
            full.append("\(look.text("disk.folder") ?? "the disk"): nearly no inodes are free")
        }
        guard !full.isEmpty else {
            let free = pools.map(\.available).max().map { "\($0 >> 30) GiB free" }
            return finding(id, .storage, title, .ok, free)
        }
        return finding(
            id, .storage, title, isEmpty ? .failure : .warning, full.joined(separator: "; "),
            advice: "A machine whose disk finds no room is paused. See what takes it: \(roost("vol list"))")
    }

    private var locks: HostFinding? {
        guard let libvirt = look.libvirt else { return nil }
        let shared = libvirt.pools.filter {
            ["netfs", "gluster", "rbd", "iscsi", "iscsi-direct", "mpath"].contains($0.type)
        }
        let manager = look.setting("lock_manager")
        let (id, title) = ("storage.locks", "Locks on shared disks")
        if let manager { return finding(id, .storage, title, .ok, manager) }
        guard !shared.isEmpty, look.has("conf.readable", "yes") else {
            return finding(id, .storage, title, .ok, "no pool is shared with other hosts")
        }
        return finding(
            id, .storage, title, .warning,
            "\(shared.map(\.name).joined(separator: ", ")) may be shared, and nothing keeps two hosts from starting the same machine",
            advice:
                "Set lock_manager = \"lockd\" in /etc/libvirt/qemu.conf on each host, enable virtlockd.socket, and restart the daemon.",
            remedy: ["systemctl enable --now virtlockd.socket"])
    }
}
