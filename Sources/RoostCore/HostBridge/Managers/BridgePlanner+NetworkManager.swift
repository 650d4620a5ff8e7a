extension BridgePlanner {
    /// NetworkManager keeps connections: the bridge gets one with the card's settings, the card a copy of its own as the bridge's
    /// port, with its frame size, its 802.1X and whatever else is the card's. The card's own stays.
    func addNetworkManager(to plan: inout BridgePlan) throws(Failure) {
        guard let name = facts.connection else { return }
        let port = "\(bridge)-\(nic)"
        if let taken = [bridge, port].first(where: facts.connectionNames.contains) {
            throw Failure(
                .exists, task, why: "NetworkManager has a connection named \(taken) already",
                remedy: "Delete it there if nobody needs it: nmcli connection delete \(taken)")
        }
        let connection = ShellWord.quoted(name)
        var settings: [String] = []
        for (name, value) in facts.connectionFields where Self.moves(name, value) {
            settings.append("\(name) \(ShellWord.quoted(value))")
        }
        let priority = min(999, max(100, (field("connection.autoconnect-priority").flatMap { Int($0) } ?? 0) + 1))
        // An address must not come before its method allows it, so methods stand last.
        settings.sort { !$0.contains(".method ") && $1.contains(".method ") }
        // Nothing starts by itself meanwhile: NetworkManager would begin with half of it, and then refuse the rest.
        plan.apply = [
            "nmcli connection add type bridge con-name \(bridge) ifname \(bridge) autoconnect no "
                + "bridge.stp \(request.stp ? "yes bridge.forward-delay 4" : "no") bridge.mac-address \(mac) "
                + settings.joined(separator: " "),
            "nmcli connection clone \(connection) \(port)",
            "nmcli connection modify \(port) connection.interface-name \(nic) connection.autoconnect no "
                + "connection.autoconnect-priority \(priority) connection.master \(bridge) connection.slave-type bridge",
            "nmcli connection up \(bridge)",
            "nmcli connection up \(port)",
            "nmcli connection modify \(port) connection.autoconnect yes",
            "nmcli connection modify \(bridge) connection.autoconnect yes",
        ]
        // One that is for any card keeps others, where the port's comes first.
        if field("connection.interface-name") == nic, field("connection.autoconnect") != "no" {
            plan.apply.append("nmcli connection modify \(connection) connection.autoconnect no")
            plan.revertBefore = ["nmcli connection modify \(connection) connection.autoconnect yes || true"]
        }
        plan.revertBefore += [
            "nmcli connection delete \(port) || true", "nmcli connection delete \(bridge) || true",
        ]
        plan.revert = ["nmcli --wait 20 connection up \(connection) || true"]
    }

    private func field(_ name: String) -> String? { facts.connectionFields.first { $0.name == name }?.value }

    private static let ofWhoHasTheAddress: Set<String> = [
        "connection.zone", "connection.metered", "connection.mdns", "connection.llmnr", "connection.dns-over-tls",
        "connection.stable-id",
    ]

    /// Settings whose zero is what is usual; elsewhere it says something.
    private static let usuallyZero = ["dns-priority", "route-table", "dhcp-timeout", "ra-timeout", "link-local"]

    private static let usuallyYes = ["may-fail", "dhcp-send-hostname"]

    /// Whether a setting goes to the bridge: what is empty or usual is left out.
    private static func moves(_ name: String, _ value: String) -> Bool {
        guard name.hasPrefix("ipv4.") || name.hasPrefix("ipv6.") || ofWhoHasTheAddress.contains(name) else {
            return false
        }
        let word = name.split(separator: ".").last.map(String.init) ?? ""
        switch value {
        case "-1" where word == "dns-priority": return true
        case "", "--", "-1", "0x0", "unknown": return false
        case "auto" where word == "mtu": return false
        case "yes", "no": return (value == "no") == usuallyYes.contains(word)
        case "0": return !usuallyZero.contains(word)
        default: return value != "default"
        }
    }
}
