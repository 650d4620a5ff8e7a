import LibvirtXML
import XMLTree

let networkSamples: [ViewSamples] = [
    ViewSamples(
        Network.self,
        [
            .init(\.connections, 7, "@connections", "7"),
            .init(\.name, "a name", "name", "a name"),
            .init(\.uuid, "/a <b> & 'c'", "uuid", "/a <b> & 'c'"),
            .init(\.title, "/a <b> & 'c'", "title", "/a <b> & 'c'"),
            .init(\.description, "/a <b> & 'c'", "description", "/a <b> & 'c'"),
            .init(\.ipv6, true, "@ipv6", "yes"),
            .init(\.forward, Forward(.nat), "forward", nil),
            .init(\.bridge, "/a <b> & 'c'", "bridge/@name", "/a <b> & 'c'"),
            .init(\.spanningTree, false, "bridge/@stp", "off"),
            .init(\.bridgeDelay, 7, "bridge/@delay", "7"),
            .init(\.bridgeZone, "/a <b> & 'c'", "bridge/@zone", "/a <b> & 'c'"),
            .init(\.mtu, 7, "mtu/@size", "7"),
            .init(\.mac, "/a <b> & 'c'", "mac/@address", "/a <b> & 'c'"),
            .init(\.domain, "/a <b> & 'c'", "domain/@name", "/a <b> & 'c'"),
            .init(\.domainLocalOnly, true, "domain/@localOnly", "yes"),
            .init(\.dns, true, "dns/@enable", "yes"),
            .init(\.dnsForwarders, ["one", "two"], "dns/forwarder/@addr", "one"),
            .init(
                \.dnsHosts,
                [
                    DNSHost(address: "192.0.2.1", names: ["one", "two"]),
                    DNSHost(address: "192.0.2.2", names: ["three"]),
                ], "dns/host", nil),
            .init(
                \.addresses,
                [NetworkAddress("192.0.2.1", prefix: 24), NetworkAddress("fd00::1", prefix: 64, family: .ipv6)], "ip",
                nil),
            .init(\.virtualPort, VirtualPort(.openvswitch), "virtualport", nil),
            .init(\.vlanTags, [7, 8], "vlan/tag/@id", "7"),
            .init(\.vlanTrunk, true, "vlan/@trunk", "yes"),
            .init(\.portGroups, [PortGroup("one", isDefault: true, vlanTags: [7])], "portgroup", nil),
        ]),
    ViewSamples(
        PortGroup.self,
        [
            .init(\.name, "a name", "@name", "a name"),
            .init(\.isDefault, true, "@default", "yes"),
            .init(\.vlanTags, [7, 8], "vlan/tag/@id", "7"),
            .init(\.vlanTrunk, true, "vlan/@trunk", "yes"),
            .init(\.virtualPort, VirtualPort(.openvswitch), "virtualport", nil),
        ]),
    ViewSamples(
        Forward.self,
        [
            .init(\.mode, .hostdev, "@mode", "hostdev"),
            .init(\.device, "/a <b> & 'c'", "@dev", "/a <b> & 'c'"),
            .init(\.interfaces, ["one", "two"], "interface/@dev", "one"),
            .init(\.natIPv6, true, "nat/@ipv6", "yes"),
            .init(\.natPortStart, 7, "nat/port/@start", "7"),
            .init(\.natPortEnd, 7, "nat/port/@end", "7"),
        ]),
    ViewSamples(
        NetworkAddress.self,
        [
            .init(\.address, "/a <b> & 'c'", "@address", "/a <b> & 'c'"),
            .init(\.netmask, "/a <b> & 'c'", "@netmask", "/a <b> & 'c'"),
            .init(\.prefix, 7, "@prefix", "7"),
            .init(\.family, .ipv6, "@family", "ipv6"),
            .init(
                \.dhcpRanges, [DHCPRange("192.0.2.10", "192.0.2.20"), DHCPRange("192.0.2.30", "192.0.2.40")],
                "dhcp/range", nil),
            .init(
                \.dhcpHosts,
                [
                    DHCPHost(mac: "52:54:00:00:00:01", address: "192.0.2.2"),
                    DHCPHost(mac: nil, name: "x", address: "192.0.2.3"),
                ], "dhcp/host", nil),
            .init(\.bootFile, "/a <b> & 'c'", "dhcp/bootp/@file", "/a <b> & 'c'"),
            .init(\.bootServer, "/a <b> & 'c'", "dhcp/bootp/@server", "/a <b> & 'c'"),
            .init(\.tftpRoot, "/a <b> & 'c'", "tftp/@root", "/a <b> & 'c'"),
        ]),
    ViewSamples(
        DHCPRange.self,
        [
            .init(\.start, "/a <b> & 'c'", "@start", "/a <b> & 'c'"),
            .init(\.end, "/a <b> & 'c'", "@end", "/a <b> & 'c'"),
        ]),
    ViewSamples(
        DHCPHost.self,
        [
            .init(\.mac, "/a <b> & 'c'", "@mac", "/a <b> & 'c'"),
            .init(\.id, "/a <b> & 'c'", "@id", "/a <b> & 'c'"),
            .init(\.name, "/a <b> & 'c'", "@name", "/a <b> & 'c'"),
            .init(\.address, "/a <b> & 'c'", "@ip", "/a <b> & 'c'"),
        ]),
    ViewSamples(
        DNSHost.self,
        [
            .init(\.address, "/a <b> & 'c'", "@ip", "/a <b> & 'c'"),
            .init(\.names, ["one", "two"], "hostname", "one"),
        ]),
]
