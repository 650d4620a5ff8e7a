/// Plans a host's setup from its facts. Asks nobody anything.
struct HostSetupPlanner {
    let judge: HostJudge
    private var look: HostLook { judge.look }
    private var distribution: Distribution { look.distribution }

    private static let images = "/var/lib/libvirt/images"

    /// - Throws: ``Failure`` of kind unsupported for a distribution whose packages Roost does not know.
    func plan() throws(Failure) -> HostSetupPlan {
        var changes: [HostChange] = []
        var present: [String] = []
        func add(_ change: HostChange?, orPresent words: String) {
            if let change { changes.append(change) } else { present.append(words) }
        }
        add(try packages(), orPresent: "the packages of QEMU and libvirt")
        add(services, orPresent: "the daemon")
        add(groups, orPresent: look.person.map { "\($0.name)'s groups" } ?? "groups (root needs none)")
        add(network, orPresent: "the network default")
        add(pool, orPresent: "the pool default")
        return HostSetupPlan(
            host: judge.host, system: "\(distribution.name), Linux \(look.kernel), \(look.architecture)",
            changes: changes, present: present)
    }

    private func packages() throws(Failure) -> HostChange? {
        let isThere = look.text("qemu") != nil && look.text("daemon") != nil
        guard distribution.packageManager != nil else {
            if isThere { return nil }
            throw Failure(
                .unsupported, "Cannot set up \(judge.host)",
                why: "Roost does not know the packages of \(distribution.name)",
                remedy: "Install QEMU and libvirt there by its own means, then run the same again for the rest.")
        }
        let installed = Set(look.lines("package"))
        let missing = distribution.packages(for: look.architecture).filter { package in
            if installed.contains(package) { return false }
            // What another package has brought serves as well.
            switch package {
            case "dnsmasq-base", "dnsmasq": return !look.has("program", "dnsmasq")
            case "iptables": return !look.has("program", "iptables")
            case "qemu-utils", "qemu-img", "qemu-tools": return !look.has("program", "qemu-img")
            case "ovmf", "qemu-efi-aarch64": return look.lines("firmware").isEmpty
            case "qemu-base": return look.text("qemu") == nil
            case "qemu-kvm": return look.text("qemu") == nil
            default: return true
            }
        }
        guard !missing.isEmpty else { return nil }
        return HostChange(
            title: "Install QEMU and libvirt", commands: distribution.install(missing), note: distribution.installNote)
    }

    /// Whether libvirt comes, or came, as one daemon for each task.
    private var isModular: Bool {
        if look.has("daemon", "libvirtd"), !look.unit("virtqemud.socket").isEnabled { return false }
        if look.has("daemon", "virtqemud") { return true }
        return distribution.isModular
    }

    private var services: HostChange? {
        guard look.hasSystemd else {
            let runs = ["libvirtd", "virtlogd"].allSatisfy { look.has("process", $0) }
            return runs ? nil : judge.starting([], title: "Start libvirtd and virtlogd")
        }
        if isModular {
            let missing = (HostJudge.modularUnits + ["virtlogd.socket"]).filter {
                !look.unit($0).isEnabled || !look.unit($0).isActive
            }
            return missing.isEmpty
                ? nil : judge.starting(missing, title: "Start libvirt's daemons, now and with the host")
        }
        let both = ["libvirtd.service", "libvirtd.socket"].map { look.unit($0) }
        let isGood = both.contains(where: \.isEnabled) && both.contains(where: \.isActive)
        return isGood ? nil : judge.starting(["libvirtd.service"], title: "Start libvirtd, now and with the host")
    }

    private var groups: HostChange? {
        guard let person = look.person else { return nil }
        let missing = ["libvirt", "kvm"].filter { group in
            !person.groups.contains(group) && !(look.members(of: group)?.contains(person.name) ?? false)
        }
        guard !missing.isEmpty else { return nil }
        return HostChange(
            title: "Put \(person.name) into \(missing.joined(separator: " and "))",
            commands: ["usermod -aG \(missing.joined(separator: ",")) \(ShellWord.quoted(person.name))"],
            note: "Who is in libvirt may do on this host what root may. It counts from the next login on.")
    }

    private var network: HostChange? {
        let known = look.libvirt?.networks.first { $0.name == "default" }
        if let known, known.isActive, known.isAutostarted { return nil }
        let word = ShellWord.quoted("default")
        let verbs = known == nil && look.libvirt != nil ? "Make and start" : "Start"
        return HostChange(
            title: "\(verbs) the network default, now and with the host",
            commands: [judge.roost("net start \(word)"), judge.roost("net autostart \(word)")],
            calls: [.makeDefaultNetwork],
            note: known == nil
                ? "NAT, 192.168.122.0/24 where that is free; it is made where libvirt's packages have not brought it."
                : nil
        )
    }

    private var pool: HostChange? {
        if let pools = look.libvirt?.pools {
            if let known = pools.first(where: { $0.name == "default" }) {
                if known.isActive, known.isAutostarted { return nil }
            } else if pools.contains(where: { $0.path == Self.images && $0.isActive }) {
                return nil
            }
        }
        return HostChange(
            title: "Make the pool default in \(Self.images), and start it with the host",
            commands: [judge.roost("pool create default --path \(Self.images)")], calls: [.makeDefaultPool])
    }
}
