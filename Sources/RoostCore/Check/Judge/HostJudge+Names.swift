extension HostJudge {
    var names: [HostFinding] { [ownName, peers].compactMap(\.self) }

    /// Migration sends the name of the target to the source, so it must not mean the source itself.
    private var ownName: HostFinding? {
        let (id, title) = ("names.own", "The host's own name")
        guard let name = look.text("hostname") else { return nil }
        if name == "localhost" || name.hasPrefix("localhost.") {
            return finding(
                id, .names, title, .warning, "it is called \(name): other hosts cannot tell it from themselves",
                remedy: ["hostnamectl set-hostname NAME"])
        }
        let addresses = look.lines("hostname.address")
        if addresses.isEmpty {
            return finding(
                id, .names, title, .warning, "\(name) leads to no address",
                advice: "Put it into /etc/hosts or DNS: live migration goes by it.")
        }
        if addresses.allSatisfy({ $0.hasPrefix("127.") }) {
            return finding(
                id, .names, title, .note, "\(name) means \(addresses[0]) on the host itself",
                advice:
                    "Other hosts need its real address by that name, in /etc/hosts or DNS: live migration goes by it.")
        }
        return finding(id, .names, title, .ok, "\(name), \(addresses.joined(separator: ", "))")
    }

    private var peers: HostFinding? {
        let (unknown, known) = (look.lines("peer.unknown"), look.lines("peer.known"))
        guard !unknown.isEmpty || !known.isEmpty else { return nil }
        return unknown.isEmpty
            ? finding("names.peers", .names, "Names of the other hosts", .ok, known.joined(separator: ", "))
            : finding(
                "names.peers", .names, "Names of the other hosts", .note,
                "\(unknown.joined(separator: ", ")) \(unknown.count == 1 ? "leads" : "lead") to no address there",
                advice: "Put them into its /etc/hosts or DNS: live migration goes by them.")
    }
}
