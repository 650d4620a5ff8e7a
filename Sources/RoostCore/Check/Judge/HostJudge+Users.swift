extension HostJudge {
    var users: [HostFinding] { [groups] }

    private var groups: HostFinding {
        let (id, title) = ("users.groups", "Your groups")
        guard let person = look.person else {
            return finding(id, .users, title, .ok, "root needs none")
        }
        guard look.members(of: "libvirt") != nil else {
            return finding(
                id, .users, title, look.text("daemon") == nil ? .note : .warning, "there is no group libvirt",
                advice: "libvirt's package makes it.")
        }
        let wanted = ["libvirt"] + (look.members(of: "kvm") != nil ? ["kvm"] : [])
        let missing = wanted.filter { group in
            !person.groups.contains(group) && !(look.members(of: group)?.contains(person.name) ?? false)
        }
        guard !missing.isEmpty else {
            let pending = wanted.filter { !person.groups.contains($0) }
            return pending.isEmpty
                ? finding(id, .users, title, .ok, "\(person.name) is in \(wanted.joined(separator: " and "))")
                : finding(
                    id, .users, title, .note,
                    "\(person.name) is in \(pending.joined(separator: " and ")) from the next login on")
        }
        let command = "usermod -aG \(missing.joined(separator: ",")) \(ShellWord.quoted(person.name))"
        let isNeeded = missing.contains("libvirt")
        return finding(
            id, .users, title, isNeeded ? .warning : .note,
            "\(person.name) is not in \(missing.joined(separator: " and "))",
            advice: isNeeded
                ? "Groups count from the next login on. Who is in libvirt may do on this host what root may."
                : "Only machines of your own session need it.",
            remedy: [command],
            fix: isNeeded
                ? HostChange(
                    title: "Put \(person.name) into \(missing.joined(separator: " and "))", commands: [command],
                    note: "Who is in libvirt may do on this host what root may; it counts from the next login on.")
                : nil)
    }
}
