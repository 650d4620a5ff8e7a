/// Decides how a host gets a bridge, in the manner in which its network is kept. Asks nobody.
struct BridgePlanner: Sendable {
    let request: BridgeRequest
    let facts: BridgeFacts
    let host: String

    var task: String { "Cannot make bridge \(request.bridge) on \(host)" }
    var bridge: String { request.bridge }
    var nic: String { request.nic }
    /// Of the card: DHCP servers and neighbours know the host by it.
    var mac: String { facts.links[nic]?.mac ?? "" }

    /// - Throws: ``Failure``: of kind exists for a name that is taken, of kind notFound for a card that is not there, of kind
    ///   unsupported for one that cannot be in a bridge, or whose settings Roost does not understand.
    func plan() throws(Failure) -> BridgePlan {
        let link = try check()
        var plan = BridgePlan(
            bridge: bridge, nic: nic, manager: manager, addresses: facts.fixedAddresses(of: nic).map(\.text),
            asksForAddress: facts.addresses.contains { $0.device == nic && $0.isDynamic },
            routes: facts.routes(of: nic).map { $0.words.joined(separator: " ") }, timeout: request.timeout,
            gateways: facts.gateways(of: nic))
        switch plan.manager {
        case .netplan: try addNetplan(to: &plan)
        case .networkManager: try addNetworkManager(to: &plan)
        case .networkd: try addNetworkd(to: &plan)
        case .ifupdown: try addIfupdown(to: &plan)
        case .ifcfg: try addIfcfg(to: &plan)
        case .none: addPlain(to: &plan, link)
        }
        plan.revert += putBack
        plan.strays = strays(plan)
        if !plan.strays.isEmpty {
            plan.warnings.append(
                "No settings that Roost has found name \(plan.strays.joined(separator: ", ")): moved by ip, and forgotten by "
                    + "a restart of the host unless whoever has added it does so again.")
        }
        if !link.uppers.isEmpty {
            plan.warnings.append(
                "\(link.uppers.joined(separator: ", ")) \(link.uppers.count == 1 ? "stands" : "stand") upon \(nic) and may lose "
                    + "the link.")
        }
        return plan
    }

    /// The first that keeps the card; netplan writes for others, which are not to be changed behind its back.
    var manager: BridgeManager {
        if facts.hasNetplan, netplanFile != nil { return .netplan }
        if facts.connection != nil { return .networkManager }
        if facts.networkdFile != nil { return .networkd }
        if facts.hasIfup, ifupdownFile != nil { return .ifupdown }
        if facts.files.contains(where: { $0.path == "\(Self.ifcfgDirectory)/ifcfg-\(nic)" }) { return .ifcfg }
        return .none
    }

    private func check() throws(Failure) -> BridgeFacts.Link {
        if let pending = facts.pending.sorted().first {
            throw Failure(
                .state, task, why: "\(pending) is being made or taken back at this moment",
                remedy: "Wait a minute, then look: roost host bridge list")
        }
        if let taken = facts.links[bridge] {
            throw Failure(
                .exists, task, why: "there is \(taken.isBridge ? "a bridge" : "an interface") of that name",
                remedy: taken.isBridge ? "roost host bridge show \(bridge)" : "Choose another name.")
        }
        // One that was made by ip alone is forgotten by a restart of the host.
        guard facts.made[bridge] == nil || manager == .none else {
            throw Failure(
                .exists, task, why: "Roost has made it before, and it is not up",
                remedy: "Take that back first: roost host bridge delete \(bridge)")
        }
        guard let link = facts.links[nic] else {
            let known = facts.links.values.filter { !$0.isLoopback && !$0.isBridge && $0.master == nil }.map(\.name)
                .sorted()
            throw Failure(
                .notFound, task, why: "there is no interface \(nic)",
                remedy: known.isEmpty ? nil : "Those that there are: \(known.joined(separator: ", "))")
        }
        if let refusal = facts.refusal(of: link, task) { throw refusal }
        return link
    }

    // MARK: what the managers have in common

    /// Addresses of the card that its manager is not told to give the bridge, such as another program's virtual ones.
    private func strays(_ plan: BridgePlan) -> [String] {
        guard plan.manager != .none else { return [] }
        var lines = plan.files.compactMap(\.after).flatMap { $0.split(separator: "\n") } + plan.apply.map { $0[...] }
        if plan.manager == .ifupdown {
            // Lines that stay the card's.
            lines.removeAll { line in
                line.split(separator: " ").contains { $0 == nic || $0.hasPrefix("\(nic):") }
            }
        }
        let told = Set(
            lines.flatMap { line in
                line.split { !($0.isHexDigit || $0 == "." || $0 == ":") }.compactMap { IPAddress($0) }
            })
        return plan.addresses.filter { text in
            IPAddress(text.prefix { $0 != "/" }).map { !told.contains($0) } ?? true
        }
    }

    func file(_ path: String, mode: String = "644", after: String?) -> BridgePlan.File {
        let present = facts.files.first { $0.path == path }
        return BridgePlan.File(path: path, mode: present?.mode ?? mode, before: present?.text, after: after)
    }

    /// Whatever a manager has done or not: the card has its addresses again. Those from DHCP are the manager's to ask for. A
    /// manager that comes too late would take what is there for somebody else's, so it gets its time.
    private var putBack: [String] {
        let addresses = facts.fixedAddresses(of: nic)
        var lines = [
            "ip link set dev \(nic) nomaster 2>/dev/null || true", "ip link delete dev \(bridge) 2>/dev/null || true",
            "ip link set dev \(nic) up || true",
        ]
        if !addresses.isEmpty, manager != .none {
            let there = addresses.map { BridgeRun.hasAddress($0.text, nic) }.joined(separator: " && ")
            lines += BridgeRun.waiting(10, until: there, otherwise: "break")
        }
        for address in addresses {
            lines.append(
                "\(BridgeRun.hasAddress(address.text, nic)) || ip addr add \(ShellWord.quoted(address.text)) "
                    + "\(address.isIPv6 ? "" : "brd + ")dev \(nic)")
        }
        return lines + routeLines(on: nic, unlessThere: true)
    }

    /// The card's routes, on it or on the bridge; gateways after what leads to them.
    /// - Parameter unlessThere: leaves alone what a manager has made already, which then goes on to be its own.
    func routeLines(on device: String, unlessThere: Bool = false) -> [String] {
        let routes = facts.routes(of: nic).filter { route in
            // The router tells them anew, the manager asks for them anew.
            !(route.isIPv6 && route.words.contains("ra")) && !(manager != .none && route.words.contains("dhcp"))
        }
        let ordered = routes.filter { !$0.words.contains("via") } + routes.filter { $0.words.contains("via") }
        return ordered.map { route in
            var words = route.words
            for word in ["linkdown", "dead"] { words.removeAll { $0 == word } }
            // Put back, it is the manager's again, which would else make it a second time.
            for word in unlessThere ? ["expires", "pref"] : ["expires", "pref", "proto"] {
                if let index = words.firstIndex(of: word), index + 1 < words.count {
                    words.removeSubrange(index...index + 1)
                }
            }
            if let index = words.firstIndex(of: "dev") { words[index + 1] = device }
            let ip = route.isIPv6 ? "ip -6" : "ip"
            let there =
                "\(ip) route show exact \(ShellWord.quoted(words[0])) dev \(device) 2>/dev/null | grep -q . || "
            return (unlessThere ? there : "")
                + "\(ip) route replace \(words.map(ShellWord.quoted).joined(separator: " ")) || true"
        }
    }
}
