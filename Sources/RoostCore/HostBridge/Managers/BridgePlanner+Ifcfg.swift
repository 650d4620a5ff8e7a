extension BridgePlanner {
    static let ifcfgDirectory = "/etc/sysconfig/network-scripts"

    /// What stays with the card; everything else is the bridge's.
    private static let ofCard: Set<String> = [
        "DEVICE", "HWADDR", "MACADDR", "UUID", "TYPE", "NAME", "ONBOOT", "MTU", "ETHTOOL_OPTS", "NM_CONTROLLED",
        "SUBCHANNELS",
        "NETTYPE", "OPTIONS",
    ]

    /// The network scripts of CentOS 7, where NetworkManager does not keep the card.
    func addIfcfg(to plan: inout BridgePlan) throws(Failure) {
        guard let file = facts.files.first(where: { $0.path == "\(Self.ifcfgDirectory)/ifcfg-\(nic)" }) else { return }
        guard !facts.ifcfgNames.contains(bridge) else {
            throw Failure(
                .exists, task, why: "the host has \(Self.ifcfgDirectory)/ifcfg-\(bridge)",
                remedy: "Choose another name.")
        }
        var (card, moved): ([String], [String]) = ([], [])
        for line in file.text.split(separator: "\n").map(String.init) {
            let key = String(line.drop { $0 == " " || $0 == "\t" }.prefix { $0 != "=" })
            if key == "BRIDGE" || key == "MASTER" {
                throw Failure(.state, task, why: "\(file.path) makes \(nic) a port of something else already")
            }
            if key.hasPrefix("#") || Self.ofCard.contains(key) { card.append(line) } else { moved.append(line) }
        }
        let onBoot = card.first { $0.hasPrefix("ONBOOT=") } ?? "ONBOOT=yes"
        let head = [
            "# Made by Roost.", "DEVICE=\(bridge)", "TYPE=Bridge", onBoot, "NM_CONTROLLED=no", "MACADDR=\(mac)",
            "STP=\(request.stp ? "yes" : "no")", "DELAY=\(request.stp ? "4" : "0")",
        ]
        plan.files = [
            self.file(file.path, after: (card + ["BRIDGE=\(bridge)"]).joined(separator: "\n") + "\n"),
            self.file("\(Self.ifcfgDirectory)/ifcfg-\(bridge)", after: (head + moved).joined(separator: "\n") + "\n"),
        ]
        for kind in ["route", "route6", "rule"] {
            guard let routes = facts.files.first(where: { $0.path == "\(Self.ifcfgDirectory)/\(kind)-\(nic)" }) else {
                continue
            }
            plan.files.append(self.file(routes.path, after: nil))
            let text = routes.text.split(separator: "\n").map { line in
                line.split(separator: " ").map { $0 == nic ? bridge : String($0) }.joined(separator: " ")
            }
            plan.files.append(
                self.file("\(Self.ifcfgDirectory)/\(kind)-\(bridge)", after: text.joined(separator: "\n") + "\n"))
        }
        plan.before = ["ifdown \(nic) || true", "ip addr flush dev \(nic) scope global || true"]
        plan.apply = ["ifup \(bridge) || true", "ifup \(nic)", "ip -o addr show dev \(bridge) >/dev/null"]
        plan.revertBefore = [
            "ifdown \(nic) || true", "ifdown \(bridge) || true", "ip link delete dev \(bridge) 2>/dev/null || true",
        ]
        plan.revert = ["ifup \(nic) || true"]
    }
}
