extension BridgePlanner {
    private static let starters = ["iface", "auto", "mapping", "source", "source-directory", "rename", "template"]

    /// The file of ifupdown that describes the card.
    var ifupdownFile: BridgeFacts.File? {
        let files = facts.files.filter { $0.path.hasPrefix("/etc/network/") }
        return files.first { describes(nic, $0.text) }
    }

    private func describes(_ name: String, _ text: String) -> Bool {
        text.split(separator: "\n").contains { line in
            let words = Self.words(line)
            return words.count > 2 && words[0] == "iface" && words[1] == name
        }
    }

    private static func words(_ line: some StringProtocol) -> [String] {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return line.split(whereSeparator: isBlank).map { String($0) }
    }

    /// Debian without netplan: what the file says of the card, the bridge is told, and the card becomes its port. The bridge is
    /// made by `ip`, so that no package is needed.
    func addIfupdown(to plan: inout BridgePlan) throws(Failure) {
        guard let file = ifupdownFile else { return }
        let others = facts.files.filter { $0.path.hasPrefix("/etc/network/") && $0.path != file.path }
        guard !others.contains(where: { describes(nic, $0.text) }) else {
            throw Failure(
                .unsupported, task, why: "\(nic) is described in more than one file of /etc/network",
                remedy: "Bring it together in one, then try again.")
        }
        let (text, strange, aliases) = bridged(file.text)
        plan.files = [self.file(file.path, after: text)]
        for line in strange {
            plan.warnings.append("This line of \(file.path) names \(nic) and stays as it is: \(line)")
        }
        plan.before =
            aliases.map { "ifdown --force \(ShellWord.quoted(nic + $0)) || true" }
            + ["ifdown --force \(nic) || true", "ip addr flush dev \(nic) scope global || true"]
        plan.apply = ["ifup \(bridge)"] + aliases.map { "ifup \(ShellWord.quoted(bridge + $0)) || true" }
        plan.revertBefore =
            aliases.map { "ifdown --force \(ShellWord.quoted(bridge + $0)) || true" }
            + ["ifdown --force \(bridge) || true", "ip link delete dev \(bridge) 2>/dev/null || true"]
        plan.revert =
            ["ifup --force \(nic) || true"] + aliases.map { "ifup --force \(ShellWord.quoted(nic + $0)) || true" }
        if plan.asksForAddress {
            plan.before.insert(moveLease(from: nic, to: bridge), at: 0)
            plan.revertBefore.insert(moveLease(from: bridge, to: nic), at: 0)
        }
    }

    /// dhclient keeps the host's identity (DUID) and its address in a file for each interface. Without it the server takes the
    /// bridge for another host; and where ifdown finds it, it gives the address back.
    private func moveLease(from old: String, to new: String) -> String {
        "for p in dhclient dhclient6; do f=/var/lib/dhcp/$p.\(old).leases; if [ -s $f ]; then "
            + "sed 's/interface \"\(old)\"/interface \"\(new)\"/' $f >/var/lib/dhcp/$p.\(new).leases && rm $f; fi; done"
    }

    /// The file with the bridge in the card's place, lines that name the card in ways of their own, and what aliases of the card
    /// have behind its name, such as ":0": `ifup` of the card does not bring them.
    private func bridged(_ text: String) -> (text: String, strange: [String], aliases: [String]) {
        var lines: [String] = []
        var aliases: [String] = []
        var strange: [String] = []
        var isOwn = false
        var isMade = false
        var startsBridge = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            var words = Self.words(line)
            guard let first = words.first, !first.hasPrefix("#") else {
                lines.append(line)
                continue
            }
            if Self.starters.contains(first) || first.hasPrefix("allow-") || first.hasPrefix("no-") { isOwn = false }
            switch first {
            case "iface" where words.count > 1 && words[1] == nic:
                isOwn = true
                words[1] = bridge
                if !isMade { lines += ["iface \(nic) inet manual", ""] }
                lines.append(words.joined(separator: " "))
                if !isMade { lines += making }
                isMade = true
            case "iface" where words.count > 1 && words[1].hasPrefix("\(nic):"):
                isOwn = true
                let alias = String(words[1].dropFirst(nic.count))
                if !aliases.contains(alias) { aliases.append(alias) }
                words[1] = bridge + alias
                lines.append(words.joined(separator: " "))
            case "auto":
                startsBridge = startsBridge || words.contains(nic)
                lines.append(words.map { renamed($0) }.joined(separator: " "))
            case let word where word.hasPrefix("allow-"):
                // A bridge is nothing that is plugged in.
                let left = words.filter { $0 != nic }
                if left.count > 1 { lines.append(left.joined(separator: " ")) }
                if left.count < words.count, !startsBridge {
                    lines.append("auto \(bridge)")
                    startsBridge = true
                }
            default:
                guard isOwn else {
                    lines.append(line)
                    continue
                }
                let moved = movingDevice(line)
                lines.append(moved)
                if Self.words(moved).contains(nic) { strange.append(line.trimmed) }
            }
        }
        return (lines.joined(separator: "\n"), strange, aliases)
    }

    private func renamed(_ word: String) -> String {
        word == nic ? bridge : word.hasPrefix("\(nic):") ? bridge + word.dropFirst(nic.count) : word
    }

    /// `up ip route add … dev eth0` is meant for whoever has the address.
    private func movingDevice(_ line: String) -> String {
        var parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropLast() where parts[index] == "dev" && parts[index + 1] == nic {
            parts[index + 1] = bridge
        }
        return parts.joined(separator: " ")
    }

    private var making: [String] {
        [
            "    # Made by Roost: \(nic) is the first port of this bridge.",
            "    pre-up ip link show dev \(bridge) >/dev/null 2>&1 || ip link add name \(bridge) type bridge",
            "    pre-up ip link set dev \(bridge) type bridge stp_state \(request.stp ? 1 : 0) forward_delay \(request.stp ? 400 : 0)",
            "    pre-up ip link set dev \(bridge) address \(mac)",
            "    pre-up ip link set dev \(nic) up",
            "    pre-up ip link set dev \(nic) master \(bridge)",
            "    post-down ip link delete dev \(bridge) || true",
        ]
    }
}

extension String {
    /// Without blanks at its ends.
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
