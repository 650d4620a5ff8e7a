/// What a person asked for when making a network, before any of it is understood.
public struct NetworkArguments: Hashable, Sendable {
    public var name: String
    public var kind: NetworkKind?
    public var bridge: String?
    public var device: String?
    /// `ADDRESS/PREFIX` or `none`.
    public var subnet: String?
    /// `START-END`.
    public var dhcp: String?
    public var noDHCP = false
    /// `ADDRESS/PREFIX` or `auto`.
    public var ipv6: String?
    public var domain: String?
    public var dnsNames: [String] = []
    public var vlans: [String] = []
    public var mtu: String?
    public var portGroups: [String] = []
    public var isOpenVSwitch = false
    public var mayOverlap = false
    public var start = true
    public var autostart = true

    public init(name: String) { self.name = name }

    /// - Throws: ``Failure`` of kind usage for the first thing that is malformed or contradicts another.
    public func request() throws(Failure) -> NetworkRequest {
        var request = NetworkRequest(name: name)
        try NetworkText.checkName(name)
        request.kind = kind ?? .nat
        request.bridge = try bridge.map { text throws(Failure) in try NetworkText.interface(text, option: "--bridge") }
        request.device = try device.map { text throws(Failure) in try NetworkText.interface(text, option: "--via") }
        try checkBelonging(to: request.kind)
        try readAddresses(into: &request)
        request.domain = try domain.map { text throws(Failure) in try NetworkText.domain(text, option: "--domain") }
        for text in dnsNames { request.dnsNames.append(try NetworkDNSName(parsing: text)) }
        for text in vlans { request.vlans.append(try NetworkText.vlan(text, option: "--vlan")) }
        request.mtu = try mtu.map { text throws(Failure) in try NetworkText.mtu(text, hasIPv6: request.ipv6 != .none) }
        for text in portGroups { request.portGroups.append(try NetworkPortGroup(parsing: text)) }
        try Self.check(request.portGroups)
        request.isOpenVSwitch = isOpenVSwitch
        request.mayOverlap = mayOverlap
        request.start = start
        request.autostart = autostart
        return request
    }

    private func readAddresses(into request: inout NetworkRequest) throws(Failure) {
        switch subnet {
        case nil: request.subnet = .automatic
        case "none": request.subnet = .none
        case let text?: request.subnet = .given(try NetworkSubnet(parsing: text, option: "--subnet", isIPv6: false))
        }
        switch ipv6 {
        case nil: request.ipv6 = .none
        case "auto": request.ipv6 = .automatic
        case let text?: request.ipv6 = .given(try NetworkSubnet(parsing: text, option: "--ipv6", isIPv6: true))
        }
        if noDHCP || request.subnet == .none {
            guard dhcp == nil else {
                throw Failure(
                    .usage, "--dhcp: contradicts \(noDHCP ? "--no-dhcp" : "--subnet none")", remedy: "Keep one of them."
                )
            }
            request.dhcp = .none
        } else if let dhcp {
            let range = try NetworkText.range(dhcp)
            request.dhcp = .range(range)
            // A range says which network is meant, where that is of the usual size.
            if request.subnet == .automatic {
                request.subnet = .given(NetworkSubnet(IPNetwork(containing: range.first, prefix: 24)))
            }
            if case .given(let subnet) = request.subnet { try NetworkText.check(range, in: subnet) }
        }
        if request.subnet == .none, request.kind == .nat || request.kind == .route || request.kind == .open {
            guard request.ipv6 != .none else {
                throw Failure(
                    .usage,
                    "--subnet none: a network of the kind '\(request.kind.rawValue)' needs an address of the host",
                    remedy: "Give --subnet, or make it --isolated.")
            }
        }
    }

    /// libvirt has nothing to say on a bridge that belongs to the host.
    private func checkBelonging(to kind: NetworkKind) throws(Failure) {
        if kind == .bridge {
            guard bridge != nil else {
                throw Failure(
                    .usage, "A network of the kind 'bridge' needs the host's bridge",
                    remedy:
                        "Add --bridge NAME; 'roost host bridge list' shows them, 'roost host bridge create' makes one.")
            }
            let foreign: [(String, Bool)] = [
                ("--subnet", subnet != nil), ("--dhcp", dhcp != nil), ("--ipv6", ipv6 != nil),
                ("--domain", domain != nil), ("--dns-name", !dnsNames.isEmpty), ("--mtu", mtu != nil),
                ("--via", device != nil),
            ]
            if let option = foreign.first(where: \.1)?.0 {
                throw Failure(
                    .usage, "\(option): not for a bridge of the host's own, where others give addresses and names",
                    remedy: "Leave it out, or make a network with --nat, --routed or --isolated.")
            }
            return
        }
        if device != nil, kind == .isolated || kind == .open {
            throw Failure(.usage, "--via: traffic of such a network is not led anywhere", remedy: "Leave it out.")
        }
        guard vlans.isEmpty, !portGroups.contains(where: { $0.contains("vlan=") }) else {
            throw Failure(
                .usage, "--vlan: VLANs are for bridges of the host",
                why: "libvirt does not tag packets on a bridge of its own",
                remedy: "Make the network with --bridge NAME, or leave the VLAN out.")
        }
        guard !isOpenVSwitch else {
            throw Failure(.usage, "--openvswitch: belongs to --bridge", remedy: "Add --bridge NAME.")
        }
    }

    static func check(_ groups: [NetworkPortGroup]) throws(Failure) {
        var names: Set<String> = []
        for group in groups where !names.insert(group.name).inserted {
            throw Failure(.usage, "--port-group: '\(group.name)' is there twice", remedy: "Keep one of them.")
        }
        guard groups.count(where: \.isDefault) <= 1 else {
            throw Failure(.usage, "--port-group: two are the default", remedy: "Keep one of them.")
        }
    }
}
