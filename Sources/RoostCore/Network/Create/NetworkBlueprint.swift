import LibvirtXML

/// Turns a request into what libvirt is given, or says why that cannot be. Asks nobody.
struct NetworkBlueprint: Sendable {
    let request: NetworkRequest
    let surroundings: NetworkSurroundings

    private var task: String { "Cannot create network \(request.name)" }

    /// - Throws: ``Failure``: of kind exists for a name, bridge or addresses that are taken, of kind notFound for a bridge or
    ///   interface that is not there, of kind unsupported for VLANs that the host cannot do, of kind resources without a free
    ///   subnet.
    func view() throws(Failure) -> LibvirtXML.Network {
        guard !surroundings.names.contains(request.name) else {
            throw Failure(
                .exists, task, why: "there is one of that name",
                remedy: "roost net show \(ShellWord.quoted(request.name))")
        }
        var view = LibvirtXML.Network(name: request.name)
        view.forward = forward
        view.bridge = request.bridge
        if request.kind == .bridge {
            try checkHostBridge(request.bridge ?? "")
            try addVLANs(to: &view)
        } else {
            try checkNewBridge()
            view.spanningTree = true
            view.mtu = request.mtu
            view.domain = request.domain
            view.dnsHosts = request.dnsNames.map { DNSHost(address: $0.address.description, names: $0.names) }
            view.addresses = try addresses()
            if view.addresses.contains(where: { $0.family == .ipv6 && $0.isPrivateIPv6 }), request.kind == .nat {
                view.forward?.natIPv6 = true
            }
        }
        view.portGroups = request.portGroups.map { group in
            PortGroup(
                group.name, isDefault: group.isDefault ? true : nil, vlanTags: group.vlans.map { UInt($0) }, trunk: true
            )
        }
        return view
    }

    private var forward: Forward? {
        let mode: Forward.Mode? =
            switch request.kind {
            case .nat: .nat
            case .route: .route
            case .open: .open
            case .bridge: .bridge
            case .isolated: nil
            }
        return mode.map { Forward($0, device: request.device) }
    }

    private func checkHostBridge(_ bridge: String) throws(Failure) {
        guard let links = surroundings.links else { return }
        if let network = surroundings.bridges[bridge] {
            throw Failure(
                .exists, task, why: "the bridge \(bridge) belongs to network \(network)",
                remedy: "Use that network: --network network=\(ShellWord.quoted(network))")
        }
        if links.openVSwitches.contains(bridge) || request.isOpenVSwitch && links.interfaces.contains(bridge) { return }
        guard links.bridges.contains(bridge) else {
            let known = links.bridges.subtracting(surroundings.bridges.keys).sorted()
            throw Failure(
                .notFound, task,
                why: links.interfaces.contains(bridge) ? "\(bridge) is no bridge" : "the host has no bridge \(bridge)",
                remedy: known.isEmpty
                    ? "Make one: roost host bridge create \(ShellWord.quoted(bridge)) --nic NIC"
                    : "Bridges of the host: \(known.joined(separator: ", "))")
        }
    }

    private func checkNewBridge() throws(Failure) {
        if let device = request.device, let links = surroundings.links, !links.interfaces.contains(device) {
            throw Failure(.notFound, task, why: "the host has no interface \(device)", remedy: "See them: ip link")
        }
        guard let bridge = request.bridge else { return }
        if let network = surroundings.bridges[bridge] {
            throw Failure(.exists, task, why: "the bridge \(bridge) belongs to network \(network)")
        }
        if surroundings.links?.interfaces.contains(bridge) == true {
            throw Failure(
                .exists, task, why: "the host has an interface \(bridge)",
                remedy: "Leave --bridge out: libvirt chooses a name. For a bridge that the host has: --forward bridge")
        }
    }

    private func addVLANs(to view: inout LibvirtXML.Network) throws(Failure) {
        let bridge = request.bridge ?? ""
        let isOpenVSwitch = request.isOpenVSwitch || surroundings.links?.openVSwitches.contains(bridge) == true
        if isOpenVSwitch { view.virtualPort = LibvirtXML.VirtualPort(.openvswitch) }
        guard !request.vlans.isEmpty || request.portGroups.contains(where: { !$0.vlans.isEmpty }) else { return }
        guard isOpenVSwitch || surroundings.canTagBridges else {
            throw Failure(
                .unsupported, task,
                why: "libvirt on this host puts VLANs only on bridges of Open vSwitch (before 11.0)",
                remedy:
                    "Make a bridge of the VLAN itself (ip link add link eth0 name eth0.10 type vlan id 10, then roost host "
                    + "bridge create br10 --nic eth0.10), or add --openvswitch where \(bridge) is such a bridge.")
        }
        view.vlanTags = request.vlans.map { UInt($0) }
        if request.vlans.count > 1 { view.vlanTrunk = true }
    }

    private func addresses() throws(Failure) -> [NetworkAddress] {
        var addresses: [NetworkAddress] = []
        if let subnet = try chosenSubnet() {
            var address = NetworkAddress(subnet.address.description, prefix: UInt(subnet.network.prefix))
            let range: AddressRange?
            switch request.dhcp {
            case .none: range = nil
            case .automatic: range = subnet.dhcpRange
            case .range(let given):
                try NetworkText.check(given, in: subnet)
                range = given
            }
            if let range { address.dhcpRanges = [DHCPRange(range.first.description, range.last.description)] }
            addresses.append(address)
        }
        let six: NetworkSubnet?
        switch request.ipv6 {
        case .none: six = nil
        case .automatic: six = NetworkSubnet(surroundings.freeIPv6())
        case .given(let subnet):
            try checkOverlap(subnet.network)
            six = subnet
        }
        if let six {
            addresses.append(
                NetworkAddress(six.address.description, prefix: UInt(six.network.prefix), family: .ipv6))
        }
        return addresses
    }

    private func chosenSubnet() throws(Failure) -> NetworkSubnet? {
        switch request.subnet {
        case .none: return nil
        case .given(let subnet):
            try checkOverlap(subnet.network)
            return subnet
        case .automatic:
            guard let free = surroundings.freeSubnet() else {
                throw Failure(
                    .resources, task, why: "no private network of the usual ones is free",
                    remedy: "Give one with --subnet.")
            }
            return NetworkSubnet(free)
        }
    }

    private func checkOverlap(_ network: IPNetwork) throws(Failure) {
        guard !request.mayOverlap, let conflict = surroundings.conflict(with: network) else { return }
        let instead = network.isIPv6 ? "--ipv6 auto" : surroundings.freeSubnet().map { "--subnet \($0)" }
        throw Failure(
            .exists, task, why: "\(network) overlaps \(conflict.network) of \(conflict.user)",
            remedy: [
                instead.map { "Take one that is free: \($0)." }, "Where it must be so, say --allow-overlap.",
            ].compactMap(\.self).joined(separator: " "))
    }
}

extension PortGroup {
    init(_ name: String, isDefault: Bool?, vlanTags: [UInt], trunk: Bool) {
        self.init(name, isDefault: isDefault, vlanTags: vlanTags)
        if trunk, vlanTags.count > 1 { self.vlanTrunk = true }
    }
}

extension NetworkAddress {
    /// Of fc00::/7, which the Internet does not know.
    fileprivate var isPrivateIPv6: Bool {
        self.address.flatMap { IPAddress($0) }.map { $0.bits >> 121 == 0x7e } ?? false
    }

    /// The network that it is of; nil where libvirt says what nobody understands.
    var network: IPNetwork? {
        guard let text = self.address, let address = IPAddress(text) else { return nil }
        if let prefix = self.prefix, prefix <= UInt(address.width) {
            return IPNetwork(containing: address, prefix: Int(prefix))
        }
        guard let mask = self.netmask.flatMap({ IPAddress($0) }), !mask.isIPv6,
            let prefix = IPNetwork.prefix(ofMask: mask)
        else { return nil }
        return IPNetwork(containing: address, prefix: prefix)
    }
}
