extension HostJudge {
    var network: [HostFinding] { [defaultNetwork, forwarding, firewall].compactMap(\.self) }

    private var networks: [LibvirtFacts.Network] { look.libvirt?.networks ?? [] }

    private var defaultNetwork: HostFinding? {
        let (id, title) = ("network.default", "The network default")
        guard look.libvirt != nil else { return nil }
        guard let network = networks.first(where: { $0.name == "default" }) else {
            if networks.contains(where: { $0.isActive })
                || look.lines("bridge").contains(where: { $0.split(separator: " ").count > 1 })
            {
                return finding(
                    id, .network, title, .note,
                    "there is none; \(networks.isEmpty ? "a bridge" : networks.map(\.name).joined(separator: ", ")) may serve as well",
                    advice: "Name the network at each creation: --network NAME")
            }
            return finding(
                id, .network, title, .failure, "there is none, and no other: machines get no network", remedy: [],
                fix: HostChange(
                    title: "Make the network default (NAT), and start it with the host",
                    commands: [roostSetup], calls: [.makeDefaultNetwork]))
        }
        let name = ShellWord.quoted(network.name)
        if !network.isActive {
            return note(
                finding(id, .network, title, .failure, "it is not active: machines that use it do not start"),
                [roost("net start \(name)")],
                HostChange(
                    title: "Start the network default, now and with the host",
                    commands: [roost("net start \(name)"), roost("net autostart \(name)")],
                    calls: [.startNetwork("default"), .autostartNetwork("default")]))
        }
        if !network.isAutostarted {
            return note(
                finding(id, .network, title, .warning, "it does not start together with the host"),
                [roost("net autostart \(name)")],
                HostChange(
                    title: "Start the network default together with the host",
                    commands: [roost("net autostart \(name)")],
                    calls: [.autostartNetwork("default")]))
        }
        return finding(id, .network, title, .ok, ([network.forward] + network.addresses).joined(separator: ", "))
    }

    /// With commands that are Roost's and need no sudo.
    func note(_ finding: HostFinding, _ remedy: [String], _ fix: HostChange?) -> HostFinding {
        HostFinding(
            id: finding.id, topic: finding.topic, title: finding.title, state: finding.state,
            evidence: finding.evidence,
            advice: finding.advice, remedy: remedy, fix: fix)
    }

    private var forwarding: HostFinding? {
        let (id, title) = ("network.forwarding", "Passing packets on")
        let needs = networks.filter { $0.isActive && ["nat", "route", "open"].contains($0.forward) }
        switch look.text("forward4") {
        case "1": return finding(id, .network, title, .ok)
        case "0" where !needs.isEmpty:
            let commands = [
                "sysctl -w net.ipv4.ip_forward=1",
                "printf 'net.ipv4.ip_forward = 1\\n' >/etc/sysctl.d/60-libvirt-forward.conf",
            ]
            return finding(
                id, .network, title, .failure,
                "net.ipv4.ip_forward is 0: guests of \(needs.map(\.name).joined(separator: ", ")) reach nothing but the host",
                remedy: commands,
                fix: HostChange(title: "Switch IPv4 forwarding on, now and at every start", commands: commands))
        case "0": return finding(id, .network, title, .ok, "it is off, and no active network needs it")
        default: return finding(id, .network, title, .unknown)
        }
    }

    private var firewall: HostFinding? {
        let (id, title) = ("network.firewall", "The firewall and guests")
        let bridges = look.lines("bridge").map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
        guard let check = ForwardCheck(look) else {
            guard look.text("daemon") != nil else { return nil }
            return look.isRoot
                ? finding(id, .network, title, .unknown, "neither iptables nor nft is there to read its rules")
                : finding(
                    id, .network, title, .unknown, "only root may read its rules",
                    advice: "Log in as root, or allow your user sudo without a password, and check again.")
        }
        var networks = networks
        if look.libvirt == nil {
            // Without libvirt, its bridges are known by their names.
            let addresses = look.lines("bridge.address").map { $0.split(separator: " ").map(String.init) }
            networks = bridges.map(\.[0]).filter { $0.hasPrefix("virbr") }.map { bridge in
                LibvirtFacts.Network(
                    name: bridge, isActive: true, isAutostarted: false, forward: "nat", bridge: bridge,
                    addresses: addresses.filter { $0.count == 2 && $0[0] == bridge }.map { $0[1] })
            }
        }
        let cuts = check.cuts(networks, bridges: bridges)
        guard !cuts.isEmpty else {
            let docker = look.has("process", "dockerd") ? ", Docker's among them" : ""
            return finding(id, .network, title, .ok, "its rules\(docker) let guests through")
        }
        let isCertain = cuts.contains(where: \.isCertain)
        let mend = ForwardMend(look: look, cuts: cuts.filter { $0.isCertain || !isCertain })
        let change = mend.change
        let told = cuts.map { "\($0.what) \($0.isCertain ? "is cut off by" : "may be cut off by") \($0.by)" }
        return finding(
            id, .network, title, isCertain ? .failure : .warning, told.joined(separator: "; "),
            advice: isCertain
                ? (mend.advice.isEmpty
                    ? mend.note : "The firewall's own program has to be told, or it takes the rules away again.")
                : "Rules that Roost does not understand decide: look at them, and try from a guest.",
            remedy: mend.advice.isEmpty ? (change?.commands ?? []) : mend.advice, fix: change)
    }
}
