extension BridgePlan {
    /// The plan for a person's eyes.
    /// - Parameter host: what people call the host.
    public func lines(on host: String) -> [String] {
        var lines = ["\(bridge) on \(host), with the port \(nic), by \(Self.name(manager))"]
        for address in addresses { lines.append("  moves:  \(address)") }
        if asksForAddress {
            lines.append("  moves:  the address from DHCP or a router, which the bridge asks for")
        }
        for route in routes { lines.append("  moves:  route \(route)") }
        for file in files {
            switch (file.before, file.after) {
            case (_, nil): lines.append("  removes: \(file.path)")
            case (nil, let text?): lines += ["  writes: \(file.path)"] + Self.difference("", text)
            case (let old?, let text?): lines += ["  changes: \(file.path)"] + Self.difference(old, text)
            }
        }
        for command in before + apply { lines.append("  runs:   \(command)") }
        lines.append("  All of it is taken back by the host itself unless it is confirmed within \(timeout) s.")
        return lines
    }

    private static func name(_ manager: BridgeManager) -> String {
        switch manager {
        case .none: "ip alone (a restart of the host forgets it)"
        case .ifcfg: "the network scripts"
        default: manager.rawValue
        }
    }

    /// Lines that go and come.
    private static func difference(_ old: String, _ new: String) -> [String] {
        let (before, after) = (old.split(separator: "\n"), new.split(separator: "\n"))
        let change = after.difference(from: before)
        return change.removals.map { change in "    - \(Self.text(change))" }
            + change.insertions.map { change in "    + \(Self.text(change))" }
    }

    private static func text(_ change: CollectionDifference<Substring>.Change) -> Substring {
        switch change {
        case .insert(_, let element, _), .remove(_, let element, _): element
        }
    }
}
