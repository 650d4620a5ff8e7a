import Yams

extension BridgePlanner {
    /// What stays with the card; everything else is the bridge's.
    private static let ofCard: Set<String> = [
        "match", "set-name", "wakeonlan", "mtu", "macaddress", "emit-lldp", "receive-checksum-offload",
        "transmit-checksum-offload", "tcp-segmentation-offload", "tcp6-segmentation-offload",
        "generic-segmentation-offload",
        "generic-receive-offload", "large-receive-offload", "link", "virtual-function-count", "embedded-switch-mode",
    ]

    /// The file of netplan that describes the card.
    var netplanFile: BridgeFacts.File? {
        facts.files.first { file in
            file.path.hasPrefix("/etc/netplan/")
                && (try? Yams.compose(yaml: file.text)).flatMap { $0.flatMap(card) } != nil
        }
    }

    /// The name under which a document describes the card: its own, or one that matches it.
    private func card(_ root: Node) -> (name: String, settings: Node.Mapping)? {
        guard let cards = root["network"]?["ethernets"]?.mapping else { return nil }
        for (key, value) in cards {
            guard let name = key.string, let settings = value.mapping else { continue }
            let match = settings["match"]
            let isMeant =
                name == nic && match == nil || settings["set-name"]?.string == nic || match?["name"]?.string == nic
                || match?["macaddress"]?.string?.lowercased() == mac.lowercased()
            if isMeant { return (name, settings) }
        }
        return nil
    }

    private var isKeptByNetworkManager: Bool { facts.connection != nil }

    /// Ubuntu: the card's addresses, routes and name servers move to a bridge in the same file.
    func addNetplan(to plan: inout BridgePlan) throws(Failure) {
        guard let file = netplanFile, var root = try? Yams.compose(yaml: file.text), let (name, settings) = card(root)
        else {
            return
        }
        let others = facts.files.filter { $0.path.hasPrefix("/etc/netplan/") && $0.path != file.path }
        for other in others {
            guard let node = try? Yams.compose(yaml: other.text), card(node) != nil else { continue }
            throw Failure(
                .unsupported, task, why: "\(nic) is described in \(file.path) and in \(other.path)",
                remedy: "Bring it together in one of them, then try again.")
        }
        guard root["network"]?["bridges"]?[bridge] == nil else {
            throw Failure(.exists, task, why: "\(file.path) describes \(bridge) already")
        }
        var (stays, moves): ([(Node, Node)], [(Node, Node)]) = ([], [])
        for (key, value) in settings {
            if Self.ofCard.contains(key.string ?? "") { stays.append((key, value)) } else { moves.append((key, value)) }
        }
        stays += [("dhcp4", "false"), ("dhcp6", "false")].map { (Node($0.0), Node($0.1, Tag(.bool))) }
        moves.append((Node("interfaces"), Node([Node(name)])))
        // A match by address takes the bridge for the card, unless it is by the one that is burnt in.
        if settings["match"]?["macaddress"] != nil, !facts.netplanFindsPermanent, !isKeptByNetworkManager {
            plan.warnings.append(
                "\(file.path) finds \(nic) by its hardware address, so the bridge gets one of its own: DHCP may give it another "
                    + "address, and then all is taken back.")
        } else {
            moves.append((Node("macaddress"), Node(mac, Tag(.str), .doubleQuoted)))
        }
        moves.append(
            (
                Node("parameters"),
                Node([
                    (Node("stp"), Node(request.stp ? "true" : "false", Tag(.bool))),
                    (Node("forward-delay"), Node(request.stp ? "4" : "0", Tag(.int))),
                ])
            ))
        root["network"]?["ethernets"]?[name] = Node(stays)
        if root["network"]?["bridges"] == nil { root["network"]?["bridges"] = Node([(Node, Node)]()) }
        root["network"]?["bridges"]?[bridge] = Node(moves)
        let text: String
        do { text = try Yams.serialize(node: root, allowUnicode: true) } catch {
            throw Failure(.unsupported, task, why: "\(file.path) cannot be written anew: \(error)")
        }
        plan.files = [self.file(file.path, after: text)]
        if file.text.contains("#") { plan.warnings.append("Comments in \(file.path) are lost.") }
        if file.path.contains("cloud-init") {
            plan.files.append(
                self.file(
                    "/etc/cloud/cloud.cfg.d/99-roost-network.cfg",
                    after: "# Made by Roost: cloud-init would write the network anew.\nnetwork: {config: disabled}\n"))
        }
        // For netplan has no word for it.
        let identity = dhcpIdentity(besides: settings["dhcp-identifier"] == nil ? "" : "ClientIdentifier=")
        if !identity.isEmpty, settings["dhcp4"]?.bool == true, !isKeptByNetworkManager {
            plan.files.append(
                self.file(
                    "/etc/systemd/network/10-netplan-\(bridge).network.d/roost.conf",
                    after: "# Made by Roost.\(identity)"))
        }
        plan.apply = ["netplan generate", "netplan apply"]
        plan.revertBefore = ["ip link delete dev \(bridge) 2>/dev/null || true"]
        // Which starts them, and systemd starts nothing the sixth time within ten seconds.
        plan.revert = [
            "systemctl reset-failed systemd-networkd NetworkManager 2>/dev/null || true", "netplan apply || true",
        ]
    }
}
