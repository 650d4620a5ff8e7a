import Libvirt
import LibvirtXML
import XMLTree

/// A network's definition as it is to be, and which parts of the change the running network can take at once. Asks nobody.
struct NetworkRevision: Sendable {
    /// A part that a running network takes.
    struct LiveStep: Sendable {
        var command: Libvirt.Network.UpdateCommand
        var section: Libvirt.Network.UpdateSection
        /// Which of the addresses it belongs to.
        var parent: UInt16?
        var xml: String

        /// What takes it back; nil for one that does not say what there was before.
        var inverse: Self? {
            var step = self
            switch command {
            case .delete: step.command = .addLast
            case .addFirst, .addLast: step.command = .delete
            default: return nil
            }
            return step
        }
    }

    /// Sentences that say one change, and how the running network takes it; without steps it has to be started anew.
    struct Part: Sendable {
        var says: String
        var steps: [LiveStep] = []
    }

    private(set) var view: LibvirtXML.Network
    private(set) var parts: [Part] = []
    private let surroundings: NetworkSurroundings
    private let task: String

    /// - Parameters:
    ///   - view: the definition for the next start.
    ///   - surroundings: without the network itself.
    /// - Throws: ``Failure`` for a change that cannot be.
    init(
        _ view: LibvirtXML.Network, _ change: NetworkChange, _ surroundings: NetworkSurroundings
    ) throws(Failure) {
        self.view = view
        self.surroundings = surroundings
        task = "Cannot change network \(view.name)"
        if view.forward?.mode == .bridge || view.bridge == nil { try refuseForeign(change) }
        if let kind = change.kind { try setKind(kind) }
        if let subnet = change.subnet { try setSubnet(subnet, change) }
        if let dhcp = change.dhcp { try setDHCP(dhcp, subnetChanges: change.subnet != nil) }
        if let ipv6 = change.ipv6 { try setIPv6(ipv6, change) }
        if let domain = change.domain {
            self.view.domain = domain.isEmpty ? nil : domain
            parts.append(Part(says: domain.isEmpty ? "no DNS domain" : "DNS domain \(domain)"))
        }
        if let mtu = change.mtu {
            if mtu < 1280, self.view.addresses.contains(where: { $0.family == .ipv6 }) {
                throw Failure(.usage, task, why: "IPv6 needs packets of 1280 bytes")
            }
            self.view.mtu = mtu
            parts.append(Part(says: "MTU \(mtu)"))
        }
        for name in change.removedDNSNames { try removeDNSName(name) }
        for name in change.addedDNSNames { try addDNSName(name) }
        for name in change.removedPortGroups { try removePortGroup(name) }
        for group in change.portGroups { try setPortGroup(group) }
    }

    private func refuseForeign(_ change: NetworkChange) throws(Failure) {
        let foreign: [(String, Bool)] = [
            ("its kind", change.kind != nil), ("--subnet", change.subnet != nil), ("--dhcp", change.dhcp != nil),
            ("--ipv6", change.ipv6 != nil), ("--domain", change.domain != nil), ("--mtu", change.mtu != nil),
            ("--dns-name", !change.addedDNSNames.isEmpty || !change.removedDNSNames.isEmpty),
        ]
        guard let option = foreign.first(where: \.1)?.0 else { return }
        throw Failure(
            .usage, task, why: "\(option): it uses a bridge of the host, where others give addresses and names",
            remedy:
                "Make another network with 'roost net create', or edit its XML: roost net edit \(ShellWord.quoted(view.name))"
        )
    }

    private mutating func setKind(_ kind: NetworkKind) throws(Failure) {
        let mode: Forward.Mode?
        switch kind {
        case .nat: mode = .nat
        case .route: mode = .route
        case .open: mode = .open
        case .isolated: mode = nil
        case .bridge:
            throw Failure(
                .usage, task, why: "a network with a bridge of its own does not become one of the host's bridge",
                remedy: "Make another: roost net create NAME --bridge BRIDGE")
        }
        guard let mode else {
            view.forward = nil
            return parts.append(Part(says: "isolated"))
        }
        var forward = view.forward ?? Forward(mode)
        forward.mode = mode
        if mode != .nat { forward.element.removeAll(named: "nat") }
        if mode == .open { forward.device = nil }
        view.forward = forward
        parts.append(Part(says: "kind \(kind.rawValue)"))
    }

    /// The address of IPv4 that DHCP belongs to, else the first.
    private var fourth: Int? {
        let indexes = view.addresses.indices.filter { view.addresses[$0].family != .ipv6 }
        return indexes.first { !view.addresses[$0].dhcpRanges.isEmpty } ?? indexes.first
    }

    private mutating func setSubnet(_ subnet: NetworkSubnet, _ change: NetworkChange) throws(Failure) {
        try checkOverlap(subnet.network, change)
        let strangers = view.dhcpHosts.filter { host in
            guard let address = host.address.flatMap({ IPAddress($0) }), !address.isIPv6 else { return false }
            return !subnet.network.usable.contains(address) || address == subnet.address
        }
        guard strangers.isEmpty else {
            throw Failure(
                .state, task,
                why: "\(strangers.count == 1 ? "the reservation" : "reservations") of "
                    + "\(strangers.compactMap(\.address).prefix(3).joined(separator: ", ")) would lie outside \(subnet.network)",
                remedy: "Remove them first: roost net reserve MACHINE --remove")
        }
        var address = fourth.map { view.addresses[$0] } ?? NetworkAddress("", prefix: 0)
        let hadDHCP = !address.dhcpRanges.isEmpty
        address.address = subnet.address.description
        address.netmask = nil
        address.prefix = UInt(subnet.network.prefix)
        if hadDHCP || fourth == nil, change.dhcp == nil {
            address.dhcpRanges = subnet.dhcpRange.map { [DHCPRange($0.first.description, $0.last.description)] } ?? []
        }
        if let fourth { view.addresses[fourth] = address } else { view.addresses.insert(address, at: 0) }
        parts.append(
            Part(
                says: "the host's address \(subnet.address)/\(subnet.network.prefix)"
                    + (address.dhcpRanges.first.map { ", DHCP \($0.start ?? "")-\($0.end ?? "")" } ?? "")))
    }

    private mutating func setDHCP(_ dhcp: NetworkRequest.DHCP, subnetChanges: Bool) throws(Failure) {
        guard let index = fourth, let network = view.addresses[index].network,
            let own = view.addresses[index].address.flatMap({ IPAddress($0) })
        else {
            throw Failure(.state, task, why: "the host has no address in it", remedy: "Give it one with --subnet.")
        }
        let subnet = NetworkSubnet(network, address: own)
        let before = view.addresses[index].dhcpRanges
        let range: AddressRange?
        switch dhcp {
        case .none: range = nil
        case .automatic: range = subnet.dhcpRange
        case .range(let given):
            try NetworkText.check(given, in: subnet)
            range = given
        }
        if range == nil, !view.addresses[index].dhcpHosts.isEmpty {
            throw Failure(
                .state, task, why: "it keeps addresses for machines, which DHCP gives them",
                remedy: "Remove them first: roost net reserve MACHINE --remove")
        }
        let after = range.map { [DHCPRange($0.first.description, $0.last.description)] } ?? []
        guard after != before else { return }
        view.addresses[index].dhcpRanges = after
        var part = Part(says: range.map { "DHCP \($0)" } ?? "no DHCP")
        if !subnetChanges {
            let parent = UInt16(clamping: index)
            for old in before { part.steps.append(try step(.delete, .dhcpRange, parent, old)) }
            for new in after { part.steps.append(try step(.addLast, .dhcpRange, parent, new)) }
        }
        parts.append(part)
    }

    private mutating func setIPv6(_ ipv6: NetworkRequest.IPv6, _ change: NetworkChange) throws(Failure) {
        view.addresses.removeAll { $0.family == .ipv6 }
        view.forward?.natIPv6 = nil
        let subnet: NetworkSubnet
        switch ipv6 {
        case .none: return parts.append(Part(says: "no IPv6"))
        case .automatic: subnet = NetworkSubnet(surroundings.freeIPv6())
        case .given(let given):
            try checkOverlap(given.network, change)
            subnet = given
        }
        view.addresses.append(
            NetworkAddress(subnet.address.description, prefix: UInt(subnet.network.prefix), family: .ipv6))
        if view.forward?.mode == .nat, subnet.address.bits >> 121 == 0x7e { view.forward?.natIPv6 = true }
        parts.append(Part(says: "IPv6 \(subnet.address)/\(subnet.network.prefix)"))
    }

    /// - Parameter text: a name, an address with all its names, or `NAME=ADDRESS`: a name may have one of each family.
    private mutating func removeDNSName(_ text: String) throws(Failure) {
        let words = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
        let name = words.first ?? text
        let found = view.dnsHosts.firstIndex { host in
            guard words.count == 2 else { return host.names.contains(name) || host.address == name }
            guard let address = IPAddress(words[1]), host.names.contains(name) else { return false }
            return host.address.flatMap { IPAddress($0) } == address
        }
        guard let index = found else {
            throw Failure(
                .notFound, task, why: "its DNS has no name '\(text)' of its own",
                remedy: "Those that it has: \(view.dnsHosts.flatMap(\.names).joined(separator: ", "))")
        }
        var host = view.dnsHosts[index]
        var part = Part(says: "DNS no longer knows \(words.joined(separator: " as "))")
        part.steps.append(try step(.delete, .dnsHost, nil, host))
        host.names.removeAll { $0 == name }
        if host.names.isEmpty || host.address == name {
            view.dnsHosts.remove(at: index)
        } else {
            view.dnsHosts[index] = host
            part.steps.append(try step(.addLast, .dnsHost, nil, host))
        }
        parts.append(part)
    }

    private mutating func addDNSName(_ name: NetworkDNSName) throws(Failure) {
        let other = view.dnsHosts.first { host in
            guard !Set(host.names).isDisjoint(with: name.names) else { return false }
            guard let address = host.address.flatMap({ IPAddress($0) }) else { return true }
            return address.isIPv6 == name.address.isIPv6
        }
        if let other {
            throw Failure(
                .exists, task,
                why: "its DNS knows \(other.names.joined(separator: ", ")) as \(other.address ?? "") already",
                remedy: "Remove that first: --remove-dns-name \(other.names.first ?? "")")
        }
        var part = Part(says: "DNS knows \(name.names.joined(separator: ", ")) as \(name.address)")
        // libvirt has one entry for each address.
        if let index = view.dnsHosts.firstIndex(where: { $0.address.flatMap { IPAddress($0) } == name.address }) {
            part.steps.append(try step(.delete, .dnsHost, nil, view.dnsHosts[index]))
            view.dnsHosts[index].names += name.names
            part.steps.append(try step(.addLast, .dnsHost, nil, view.dnsHosts[index]))
        } else {
            let host = DNSHost(address: name.address.description, names: name.names)
            view.dnsHosts.append(host)
            part.steps.append(try step(.addLast, .dnsHost, nil, host))
        }
        parts.append(part)
    }

    private mutating func removePortGroup(_ name: String) throws(Failure) {
        guard let index = view.portGroups.firstIndex(where: { $0.name == name }) else {
            throw Failure(.notFound, task, why: "it has no port group '\(name)'")
        }
        let group = view.portGroups.remove(at: index)
        parts.append(Part(says: "no port group \(name)", steps: [try step(.delete, .portGroup, nil, group)]))
    }

    private mutating func setPortGroup(_ group: NetworkPortGroup) throws(Failure) {
        guard group.vlans.isEmpty || view.virtualPort?.type == .openvswitch || surroundings.canTagBridges else {
            throw Failure(
                .unsupported, task, why: "libvirt on this host puts VLANs only on bridges of Open vSwitch (before 11.0)"
            )
        }
        if group.isDefault, let other = view.portGroups.first(where: { $0.isDefault == true && $0.name != group.name })
        {
            throw Failure(.exists, task, why: "port group \(other.name) is the default already")
        }
        if let index = view.portGroups.firstIndex(where: { $0.name == group.name }) {
            var changed = view.portGroups[index]
            changed.set(group)
            view.portGroups[index] = changed
            parts.append(Part(says: "port group \(group.name)", steps: [try step(.modify, .portGroup, nil, changed)]))
        } else {
            let new = PortGroup(
                group.name, isDefault: group.isDefault ? true : nil, vlanTags: group.vlans.map { UInt($0) }, trunk: true
            )
            view.portGroups.append(new)
            parts.append(Part(says: "port group \(group.name)", steps: [try step(.addLast, .portGroup, nil, new)]))
        }
    }

    private func step(
        _ command: Libvirt.Network.UpdateCommand, _ section: Libvirt.Network.UpdateSection, _ parent: UInt16?,
        _ part: some ElementView
    ) throws(Failure) -> LiveStep {
        do {
            return LiveStep(command: command, section: section, parent: parent, xml: try part.element.serialized())
        } catch {
            throw Failure(.usage, task, why: "\(error)")
        }
    }

    private func checkOverlap(_ network: IPNetwork, _ change: NetworkChange) throws(Failure) {
        guard !change.mayOverlap, let conflict = surroundings.conflict(with: network) else { return }
        throw Failure(
            .exists, task, why: "\(network) overlaps \(conflict.network) of \(conflict.user)",
            remedy: "Take another. Where it must be so, say --allow-overlap.")
    }
}

extension PortGroup {
    /// Makes it what is wanted; what nobody asked about stays, such as its virtual port and bandwidth.
    fileprivate mutating func set(_ group: NetworkPortGroup) {
        if (self.isDefault == true) != group.isDefault { self.isDefault = group.isDefault ? true : nil }
        let before = self.vlanTags
        let wanted = group.vlans.map { UInt($0) }
        guard before.sorted() != wanted.sorted() else { return }
        guard !wanted.isEmpty else { return self.element.removeAll(named: "vlan") }
        // Tags that stay keep what else they say, such as their native mode.
        self.vlanTags = wanted
        if wanted.count > 1 {
            self.vlanTrunk = true
        } else if before.count > 1 {
            self.vlanTrunk = nil
        }
    }
}
