import RoostCore

/// A planned bridge for a person's eyes.
struct BridgePlanLines {
    let lines: [String]

    init(_ plan: BridgePlan, host: String) {
        var lines = ["\(plan.bridge) on \(host), with the port \(plan.nic), by \(Self.name(plan.manager))"]
        for address in plan.addresses { lines.append("  moves:  \(address)") }
        if plan.asksForAddress {
            lines.append("  moves:  the address from DHCP or a router, which the bridge asks for")
        }
        for route in plan.routes { lines.append("  moves:  route \(route)") }
        for file in plan.files {
            switch (file.before, file.after) {
            case (_, nil): lines.append("  removes: \(file.path)")
            case (nil, let text?): lines += ["  writes: \(file.path)"] + Self.difference("", text)
            case (let old?, let text?): lines += ["  changes: \(file.path)"] + Self.difference(old, text)
            }
        }
        for command in plan.before + plan.apply { lines.append("  runs:   \(command)") }
        lines.append("  All of it is taken back by the host itself unless it is confirmed within \(plan.timeout) s.")
        self.lines = lines
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
