extension BridgePlanner {
    /// Where nobody keeps the settings: the kernel is told, and nothing is written.
    func addPlain(to plan: inout BridgePlan, _ link: BridgeFacts.Link) {
        plan.apply = [
            "ip link add name \(bridge) type bridge",
            "ip link set dev \(bridge) type bridge stp_state \(request.stp ? 1 : 0) forward_delay \(request.stp ? 400 : 0)",
            "ip link set dev \(bridge) address \(ShellWord.quoted(link.mac)) mtu \(link.mtu)",
            "ip link set dev \(bridge) up",
        ]
        let all = facts.addresses.filter { $0.device == nic && !($0.isIPv6 && $0.isDynamic) }
        if !all.isEmpty { plan.apply.append("ip addr flush dev \(nic) scope global") }
        plan.apply += ["ip link set dev \(nic) master \(bridge)", "ip link set dev \(nic) up"]
        for address in all {
            plan.apply.append(
                "ip addr add \(ShellWord.quoted(address.text)) \(address.isIPv6 ? "nodad " : "brd + ")dev \(bridge)")
        }
        plan.apply += routeLines(on: bridge)
        plan.warnings.append(
            "Nothing that Roost knows keeps the network settings of \(nic): the bridge is gone after a restart of the host."
        )
        if all.contains(where: \.isDynamic) {
            plan.warnings.append(
                "\(nic) has an address from DHCP: the bridge takes it over, and whoever asks for it goes on asking by \(nic)."
            )
            plan.revert += all.filter { $0.isDynamic && !$0.isIPv6 }.map {
                "ip addr add \(ShellWord.quoted($0.text)) brd + dev \(nic) 2>/dev/null || true"
            }
        }
    }
}
