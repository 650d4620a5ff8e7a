/// What lets guests through again, without taking away what the host's owner has forbidden others.
struct ForwardMend {
    let look: HostLook
    let cuts: [ForwardCheck.Cut]

    private static let file = "/etc/roost/forward.sh"
    private static let unit = "/etc/systemd/system/roost-forward.service"

    /// nil where a program rules the firewall that has to be told itself: its remedy is in ``advice``.
    var change: HostChange? {
        guard !cuts.isEmpty, cuts.allSatisfy({ $0.isCertain && Self.isPlain($0.bridge) }), advice.isEmpty else {
            return nil
        }
        return HostChange(
            title: "Let guests through the firewall" + (look.hasSystemd ? ", now and at every start" : ""),
            commands: rules.map { "\($0.test) 2>/dev/null || \($0.add)" } + persistence, note: note)
    }

    /// The kernel takes nearly anything as a name; nft's own language does not.
    private static func isPlain(_ name: String) -> Bool {
        name.utf8.allSatisfy { $0.isLetterOrDigit || "-_.".utf8.contains($0) }
    }

    var note: String? {
        look.hasSystemd
            ? nil
            : "Without systemd here, this lasts until the next start of the host: put these commands where it starts."
    }

    /// For firewalls that write their rules anew by themselves.
    var advice: [String] {
        let bridges = Set(cuts.map(\.bridge)).sorted().map(ShellWord.quoted)
        if look.unit("firewalld.service").isActive || look.has("process", "firewalld") {
            return bridges.map { "firewall-cmd --permanent --zone=trusted --add-interface=\($0)" } + [
                "firewall-cmd --reload"
            ]
        }
        if look.unit("ufw.service").isActive, look.lines("fw").contains(where: { $0.hasPrefix(":ufw-") }) {
            return bridges.flatMap { ["ufw route allow in on \($0)", "ufw route allow out on \($0)"] }
        }
        return []
    }

    private struct Rule {
        var test: String
        var add: String
    }

    private var rules: [Rule] {
        var seen: Set<String> = []
        return cuts.flatMap { cut -> [Rule] in
            let bridge = ShellWord.quoted(cut.bridge)
            guard cut.by.hasPrefix("iptables") else { return nftRules(cut, bridge) }
            let hasDocker = look.lines("fw").contains { $0.hasPrefix(":DOCKER-USER ") }
            // Docker keeps that chain as it is, and asks it first.
            let chain = hasDocker ? "DOCKER-USER" : "FORWARD"
            let matches =
                cut.isPlainBridge
                ? ["-i \(bridge) -o \(bridge)"]
                : ["-i \(bridge)", "-o \(bridge) -m conntrack --ctstate RELATED,ESTABLISHED"]
            return matches.map {
                Rule(test: "iptables -C \(chain) \($0) -j ACCEPT", add: "iptables -I \(chain) \($0) -j ACCEPT")
            }
        }.filter { seen.insert($0.add).inserted }
    }

    private func nftRules(_ cut: ForwardCheck.Cut, _ bridge: String) -> [Rule] {
        // "nft inet NAME: …"
        let table = cut.by.prefix { $0 != ":" }.dropFirst(4)
        let parsed = FilterTable.tables(nft: look.lines("nft"), hasIPTables: false).first { $0.name == "nft \(table)" }
        let words = table.split(separator: " ").map { ShellWord.quoted(String($0)) }.joined(separator: " ")
        return (parsed?.entries ?? []).flatMap { entry in
            let chain = "\(words) \(ShellWord.quoted(entry))"
            let matches =
                cut.isPlainBridge
                ? ["iifname \"\(cut.bridge)\" oifname \"\(cut.bridge)\""]
                : ["iifname \"\(cut.bridge)\"", "oifname \"\(cut.bridge)\" ct state established,related"]
            return matches.map { match in
                Rule(
                    test: "nft list chain \(chain) | grep -qF '\(match) accept'",
                    add: "nft insert rule \(chain) \(match.replacing("\"", with: "\\\"")) accept")
            }
        }
    }

    private var persistence: [String] {
        guard look.hasSystemd else { return [] }
        let script =
            (["#!/bin/sh", "# Made by 'roost host check --fix': lets guests through the firewall."]
            + rules.map { "\($0.test) 2>/dev/null || \($0.add)" }).joined(separator: "\n") + "\n"
        let unit = """
            [Unit]
            Description=Guests pass the firewall (roost host check --fix)
            After=network-online.target docker.service libvirtd.service virtnetworkd.service nftables.service
            Wants=network-online.target

            [Service]
            Type=oneshot
            RemainAfterExit=yes
            ExecStart=/bin/sh \(Self.file)

            [Install]
            WantedBy=multi-user.target

            """
        return [
            "mkdir -p /etc/roost",
            "printf %s \(ShellWord.quoted(script)) >\(Self.file)",
            "printf %s \(ShellWord.quoted(unit)) >\(Self.unit)",
            "systemctl daemon-reload",
            "systemctl enable roost-forward.service",
        ]
    }
}
