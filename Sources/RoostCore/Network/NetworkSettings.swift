import LibvirtXML

/// How a network is set, whoever is in it.
public struct NetworkSettings: Hashable, Sendable, Codable {
    /// As in ``NetworkSummary/forward``.
    public var forward: String
    /// The host's addresses in it, such as "192.168.122.1/24"; first the one of IPv4 that DHCP gives from, which is the one
    /// that a change is about.
    public var addresses: [String]
    public var ranges: [NetworkDetails.Range]
    public var domain: String?
    /// In bytes; nil for the default.
    public var mtu: UInt?
    /// Of all that is in it.
    public var vlans: [UInt]
    public var portGroups: [NetworkPortGroup]
    /// What its DNS server knows by name besides the machines.
    public var dnsNames: [NetworkDNSName]
}

extension NetworkSettings {
    init(_ view: LibvirtXML.Network) {
        let hasDHCP = { (address: NetworkAddress) -> Bool in
            address.family != .ipv6 && !address.dhcpRanges.isEmpty
        }
        let addresses = view.addresses.filter { hasDHCP($0) } + view.addresses.filter { !hasDHCP($0) }
        self.init(
            forward: view.forward.map { $0.mode?.rawValue ?? "nat" } ?? "isolated",
            addresses: addresses.compactMap(\.text),
            ranges: view.addresses.flatMap(\.dhcpRanges).compactMap { range in
                guard let first = range.start, let last = range.end else { return nil }
                return NetworkDetails.Range(first: first, last: last)
            },
            domain: view.domain, mtu: view.mtu, vlans: view.vlanTags,
            // In orders that do not tell a network that was changed while it ran from its definition.
            portGroups: view.portGroups.map {
                NetworkPortGroup(
                    name: $0.name, vlans: $0.vlanTags.map { Int(clamping: $0) }, isDefault: $0.isDefault == true)
            }.sorted { $0.name < $1.name },
            dnsNames: view.dnsHosts.compactMap { host in
                host.address.flatMap { IPAddress($0) }.map { NetworkDNSName(names: host.names, address: $0) }
            }.sorted { $0.address < $1.address })
    }
}

extension NetworkAddress {
    /// "192.168.122.1/24"; libvirt writes the mask of IPv4 in either form.
    fileprivate var text: String? {
        guard let address = self.address else { return nil }
        if let prefix = self.prefix { return "\(address)/\(prefix)" }
        guard let netmask = self.netmask else { return address }
        let parts = netmask.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4 else { return "\(address)/\(netmask)" }
        return "\(address)/\(parts.map(\.nonzeroBitCount).reduce(0, +))"
    }
}
