/// What a person wants to be different about a network, before any of it is understood.
public struct NetworkChangeArguments: Hashable, Sendable {
    public var kind: NetworkKind?
    public var subnet: String?
    public var dhcp: String?
    public var noDHCP = false
    /// `ADDRESS/PREFIX`, `auto` or `none`.
    public var ipv6: String?
    /// `none` takes it away.
    public var domain: String?
    public var mtu: String?
    public var dnsNames: [String] = []
    public var removedDNSNames: [String] = []
    public var portGroups: [String] = []
    public var removedPortGroups: [String] = []
    public var mayOverlap = false
    public var autostart: Bool?

    public init() {}

    /// - Throws: ``Failure`` of kind usage for the first thing that is malformed or contradicts another.
    public func change() throws(Failure) -> NetworkChange {
        var change = NetworkChange()
        change.kind = kind
        change.subnet = try subnet.map { text throws(Failure) in
            try NetworkSubnet(parsing: text, option: "--subnet", isIPv6: false)
        }
        if noDHCP, dhcp != nil {
            throw Failure(.usage, "--dhcp: contradicts --no-dhcp", remedy: "Keep one of them.")
        }
        if noDHCP { change.dhcp = NetworkRequest.DHCP.none }
        if let dhcp { change.dhcp = dhcp == "auto" ? .automatic : .range(try NetworkText.range(dhcp)) }
        switch ipv6 {
        case nil: break
        case "none": change.ipv6 = NetworkRequest.IPv6.none
        case "auto": change.ipv6 = .automatic
        case let text?: change.ipv6 = .given(try NetworkSubnet(parsing: text, option: "--ipv6", isIPv6: true))
        }
        change.domain = try domain.map { text throws(Failure) in
            text == "none" ? "" : try NetworkText.domain(text, option: "--domain")
        }
        let hasIPv6 = change.ipv6.map { $0 != .none } ?? false
        change.mtu = try mtu.map { text throws(Failure) in try NetworkText.mtu(text, hasIPv6: hasIPv6) }
        for text in dnsNames { change.addedDNSNames.append(try NetworkDNSName(parsing: text)) }
        change.removedDNSNames = removedDNSNames
        for text in portGroups { change.portGroups.append(try NetworkPortGroup(parsing: text)) }
        try NetworkArguments.check(change.portGroups)
        change.removedPortGroups = removedPortGroups
        change.mayOverlap = mayOverlap
        change.autostart = autostart
        return change
    }
}
