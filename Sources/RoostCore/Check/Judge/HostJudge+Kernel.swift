extension HostJudge {
    var kernel: [HostFinding] { [vhost, tun] + [options].compactMap(\.self) + [cgroups] }

    private var vhost: HostFinding {
        let (id, title) = ("kernel.vhost-net", "Fast network cards (vhost-net)")
        if look.device("/dev/vhost-net") != nil { return finding(id, .kernel, title, .ok) }
        let load = ["modprobe vhost_net", "printf 'vhost_net\\n' >/etc/modules-load.d/vhost_net.conf"]
        if look.text("container").map({ $0 != "none" }) ?? false {
            return finding(
                id, .kernel, title, .warning, "no /dev/vhost-net in this container: guests' networks are slower")
        }
        if look.text("config.file") != nil, !look.lines("config").contains(where: { $0.hasPrefix("CONFIG_VHOST_NET=") })
        {
            return finding(
                id, .kernel, title, .warning,
                "there is no /dev/vhost-net, and the kernel has none: guests' networks are slower",
                advice: "Take the distribution's own kernel.")
        }
        return finding(
            id, .kernel, title, .warning, "there is no /dev/vhost-net: guests' networks are slower", remedy: load,
            fix: HostChange(title: "Load vhost_net, now and at every start", commands: load))
    }

    private var tun: HostFinding {
        let (id, title) = ("kernel.tun", "Network cards of guests (tun)")
        if look.device("/dev/net/tun") != nil { return finding(id, .kernel, title, .ok) }
        let load = ["modprobe tun", "printf 'tun\\n' >/etc/modules-load.d/tun.conf"]
        return finding(
            id, .kernel, title, .failure, "there is no /dev/net/tun: guests get no network", remedy: load,
            fix: HostChange(title: "Load tun, now and at every start", commands: load))
    }

    /// What the guide looks up in the kernel's configuration.
    private var options: HostFinding? {
        guard let file = look.text("config.file") else {
            return finding(
                "kernel.options", .kernel, "The kernel's options", .unknown,
                "neither /proc/config.gz nor /boot/config-\(look.kernel) is to be read")
        }
        var wanted = ["KVM", "TUN", "BRIDGE", "CGROUPS", "CPUSETS", "MEMCG", "BLK_CGROUP", "NAMESPACES", "NET_NS"]
        if look.cpuFlags.contains("svm") { wanted.append("KVM_AMD") }
        if look.cpuFlags.contains("vmx") { wanted.append("KVM_INTEL") }
        let present = Set(look.lines("config").compactMap { $0.split(separator: "=").first.map(String.init) })
        let missing = wanted.filter { !present.contains("CONFIG_\($0)") }
        let vhost = present.contains("CONFIG_VHOST_NET") ? [] : ["VHOST_NET"]
        if missing.isEmpty {
            return finding(
                "kernel.options", .kernel, "The kernel's options", vhost.isEmpty ? .ok : .note,
                vhost.isEmpty ? file : "\(file): CONFIG_VHOST_NET is off")
        }
        return finding(
            "kernel.options", .kernel, "The kernel's options", .warning,
            "\(file) is without \((missing + vhost).map { "CONFIG_\($0)" }.joined(separator: ", "))",
            advice: "Take the distribution's own kernel, or build these in.")
    }

    private var cgroups: HostFinding {
        let (id, title) = ("kernel.cgroups", "Limits for machines (cgroups)")
        let new = look.text("cgroup2").map { Set($0.split(separator: " ").map(String.init)) } ?? []
        let old = Set(look.lines("cgroup1").flatMap { $0.split(separator: ",").map(String.init) })
        let wanted = ["cpu", "cpuset", "memory"]
        // In version 2 devices are kept apart by programs of the kernel, and processor time is counted always.
        let missing =
            wanted.filter { !new.contains($0) && !old.contains($0) }
            + (new.contains("io") || old.contains("blkio") ? [] : ["blkio"])
            + (old.isEmpty || old.contains("devices") ? [] : ["devices"])
        guard missing.isEmpty else {
            return finding(
                id, .kernel, title, .warning,
                "missing: \(missing.joined(separator: ", ")): limits of these are not held",
                advice: "Put cgroup_enable=memory and the like on the kernel's command line, or let systemd mount them."
            )
        }
        return finding(
            id, .kernel, title, .ok, old.isEmpty ? "version 2" : new.isEmpty ? "version 1" : "versions 1 and 2")
    }
}
