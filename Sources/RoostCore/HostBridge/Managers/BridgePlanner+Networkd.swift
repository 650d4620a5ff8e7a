extension BridgePlanner {
    /// systemd-networkd takes the first file, by name, that matches: files of Roost's own come before the one that there is,
    /// which stays as it is.
    func addNetworkd(to plan: inout BridgePlan) throws(Failure) {
        guard let path = facts.networkdFile, let file = facts.files.first(where: { $0.path == path }) else {
            throw Failure(
                .unsupported, task, why: "the file by which systemd-networkd keeps \(nic) cannot be read",
                remedy: "See it: networkctl status \(nic)")
        }
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let stem = "/etc/systemd/network/05-roost-\(bridge)"
        guard name > "05-roost-\(bridge)" else {
            throw Failure(
                .unsupported, task, why: "\(path) comes before any file of Roost's",
                remedy: "Give it a name that begins with 10 or more, then try again.")
        }
        // What others have dropped beside the file belongs to it.
        let drops = facts.files.filter { $0.path.contains("/\(name).d/") }.map(\.text)
        var (network, link) = Self.split(([file.text] + drops).joined(separator: "\n"))
        network += dhcpIdentity(besides: network)
        plan.files = [
            self.file(
                "\(stem).netdev",
                after: """
                    # Made by Roost.
                    [NetDev]
                    Name=\(bridge)
                    Kind=bridge
                    MACAddress=\(mac)

                    [Bridge]
                    STP=\(request.stp ? "yes" : "no")
                    ForwardDelaySec=\(request.stp ? "4" : "0")

                    """),
            self.file(
                "\(stem)-port.network",
                after: "# Made by Roost.\n[Match]\nName=\(nic)\n\n\(link)[Network]\nBridge=\(bridge)\n"),
            self.file("\(stem).network", after: "# Made by Roost of \(path).\n[Match]\nName=\(bridge)\n\n\(network)"),
        ]
        // It leaves addresses alone that an earlier life of it has given.
        // systemd starts nothing the sixth time within ten seconds, and there must be a way back.
        let begin = "systemctl reset-failed systemd-networkd 2>/dev/null || true"
        plan.apply = ["ip addr flush dev \(nic) scope global || true", begin, "systemctl restart systemd-networkd"]
        plan.revertBefore = ["ip link delete dev \(bridge) 2>/dev/null || true"]
        plan.revert = [begin, "systemctl restart systemd-networkd || true"]
    }

    /// To DHCP servers the bridge is what the card was: systemd-networkd would make another identity of its name, and get another
    /// address.
    func dhcpIdentity(besides text: String) -> String {
        guard let identity = facts.dhcpIdentity.flatMap({ UInt32($0.dropFirst(2), radix: 16) }),
            !text.contains("IAID="), !text.contains("ClientIdentifier=")
        else { return "" }
        return "\n[DHCPv4]\nIAID=\(identity)\n"
    }

    /// What is for whoever has the address, and what is for the card.
    private static func split(_ text: String) -> (network: String, link: String) {
        var (network, link, section) = ("", "", "")
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("[") { section = String(line.prefix { $0 != "]" }.dropFirst()) }
            switch section {
            case "Match": continue
            case "Link": link += line + "\n"
            default: network += line + "\n"
            }
        }
        while network.hasSuffix("\n\n") { network.removeLast() }
        return (network, link)
    }
}
