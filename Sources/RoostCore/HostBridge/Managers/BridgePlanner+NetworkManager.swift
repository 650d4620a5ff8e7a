extension BridgePlanner {
    /// NetworkManager keeps connections: the bridge gets one with the card's settings, the card one as its port, and the card's
    /// own stays, and starts no more by itself.
    func addNetworkManager(to plan: inout BridgePlan) {
        guard let connection = facts.connection.map(ShellWord.quoted) else { return }
        let port = "\(bridge)-\(nic)"
        var settings: [String] = []
        for (name, value) in facts.connectionFields where Self.isSet(name, value) {
            settings.append("\(name) \(ShellWord.quoted(value))")
        }
        // An address must not come before its method allows it, so methods stand last.
        settings.sort { !$0.contains(".method ") && $1.contains(".method ") }
        plan.apply = [
            "nmcli connection add type bridge con-name \(bridge) ifname \(bridge) autoconnect yes",
            "nmcli connection modify \(bridge) bridge.stp \(request.stp ? "yes bridge.forward-delay 4" : "no") "
                + "bridge.mac-address \(mac) \(settings.joined(separator: " "))",
            "nmcli connection add type ethernet con-name \(port) ifname \(nic) autoconnect yes master \(bridge) slave-type bridge",
            "nmcli connection modify \(connection) connection.autoconnect no",
            "nmcli connection up \(bridge)",
            "nmcli connection up \(port)",
        ]
        plan.revertBefore = [
            "nmcli connection modify \(connection) connection.autoconnect yes || true",
            "nmcli connection delete \(port) || true", "nmcli connection delete \(bridge) || true",
        ]
        plan.revert = ["nmcli connection up \(connection) || true"]
    }

    /// Whether a setting says something: what is empty or usual is left out.
    private static func isSet(_ name: String, _ value: String) -> Bool {
        guard !value.isEmpty, value != "--" else { return false }
        switch name {
        case "ipv4.route-metric": return value != "-1"
        case _ where name.hasSuffix("never-default") || name.hasSuffix("ignore-auto-dns"): return value == "yes"
        default: return true
        }
    }
}
