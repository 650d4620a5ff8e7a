import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A booted host of the lab whose card one of the real managers keeps: with two addresses of IPv4 and one of IPv6, a route, a name
/// server and frames of 1400 bytes.
struct ManagedHost: Sendable {
    let lab: LabHost

    init(_ lab: LabHost) { self.lab = lab }

    /// Those of no other host of the lab: a double one of IPv6 is found out.
    private var others: [String] {
        get throws {
            let number = try lab.address.split(separator: ".").last ?? ""
            return ["10.99.\(number).2/28", "fd99::\(number)/64"]
        }
    }
    private static let route = "198.51.100.0/24"

    private var network: String {
        get throws { try lab.address.split(separator: ".").dropLast().joined(separator: ".") }
    }

    private func write(_ path: String, _ text: String) async throws {
        try await lab.succeeding(
            "sh", "-c", "umask 022; mkdir -p \"${0%/*}\" && printf %s \"$1\" >\"$0\" && chmod ${2} \"$0\"", path, text,
            path.hasPrefix("/etc/systemd") ? "644" : "600")
    }

    /// The card as after a start of the host, before anybody has looked at it.
    private func forget() async throws {
        try await lab.succeeding("ip", "address", "flush", "dev", "eth0")
        try await lab.succeeding("ip", "link", "set", "eth0", "down")
    }

    func keepByNetworkManager() async throws {
        try await write(
            "/etc/NetworkManager/system-connections/office.nmconnection",
            """
            [connection]
            id=office
            type=ethernet
            interface-name=eth0
            [ethernet]
            mtu=1400
            [ipv4]
            method=manual
            address1=\(lab.address)/24
            address2=\(try others[0])
            route1=\(Self.route),\(network).5,50
            dns=192.0.2.53;
            never-default=true
            [ipv6]
            method=manual
            address1=\(try others[1])

            """)
        try await forget()
        try await lab.succeeding("systemctl", "start", "NetworkManager")
        try await expectNoBridge()
    }

    func keepByNetworkd() async throws {
        try await write(
            "/etc/systemd/network/20-wired.network",
            """
            [Match]
            Name=en* eth*
            [Link]
            MTUBytes=1400
            [Network]
            Address=\(lab.address)/24
            Address=\(try others[0])
            Address=\(try others[1])
            DNS=192.0.2.53
            [Route]
            Destination=\(Self.route)
            Gateway=\(network).5
            Metric=50

            """)
        try await forget()
        try await lab.succeeding("systemctl", "start", "systemd-networkd")
        try await expectNoBridge()
    }

    func keepByNetplan(_ renderer: String) async throws {
        try await write(
            "/etc/netplan/50-lab.yaml",
            """
            network:
              version: 2
              renderer: \(renderer)
              ethernets:
                eth0:
                  mtu: 1400
                  addresses: [\(lab.address)/24, \(try others[0]), "\(try others[1])"]
                  nameservers: {addresses: [192.0.2.53]}
                  routes: [{to: \(Self.route), via: \(network).5, metric: 50}]

            """)
        try await forget()
        try await lab.succeeding("netplan", "apply")
        try await expectNoBridge()
    }

    func keepByIfupdown() async throws {
        try await write(
            "/etc/network/interfaces",
            """
            auto lo
            iface lo inet loopback

            allow-hotplug eth0
            iface eth0 inet static
                address \(lab.address)/24
                mtu 1400
                up ip address add \(try others[0]) dev eth0
                up ip route add \(Self.route) via \(network).5 dev eth0 proto static metric 50
            iface eth0 inet6 static
                address \(try others[1])

            """)
        try await forget()
        try await lab.succeeding("ifup", "eth0")
        try await expectNoBridge()
    }

    /// Who asks for an address.
    enum Lease: CaseIterable, Sendable {
        case networkd
        case netplan
        /// Which has not been told anything of the card.
        case networkManager
        /// By dhclient.
        case ifupdown
    }

    /// From a server that has this host's address, and no other. systemd-networkd is known to it by more than the hardware address:
    /// it makes that of a card's place among the devices, which a lab's has not, so it is told, and forgets that when it is asked.
    /// - Returns: what makes the card known again.
    func take(_ lease: Lease, from server: LabHost) async throws -> @Sendable () async throws -> Void {
        // Others of the lab may ask at the same time.
        let card = try await lab.succeeding("cat", "/sys/class/net/eth0/address").filter { $0 != "\n" }
        let options = [
            "--conf-file=/dev/null --port=0 --interface=eth0 --bind-interfaces --no-ping --user=root --keep-in-foreground",
            "--dhcp-mac=set:card,\(card) --dhcp-range=tag:card,\(try lab.address),\(try lab.address),1h --dhcp-option=3",
            "--dhcp-leasefile=/run/t-leases --pid-file=/run/t-dhcp.pid",
        ]
        // It ends by itself where a test does not come to that.
        try await server.succeeding(
            "sh", "-c",
            "rm -f /run/t-leases; setsid timeout 400 dnsmasq \(options.joined(separator: " ")) </dev/null >/dev/null 2>&1 &"
        )
        let folder = "/etc/systemd/network"
        let identity = "[DHCPv4]\nIAID=7\n"
        try await forget()
        switch lease {
        case .networkd:
            let text = "[Match]\nName=eth0\n[Network]\nDHCP=ipv4\nLinkLocalAddressing=no\n"
            try await write("\(folder)/20-wired.network", text + identity)
            try await lab.succeeding("systemctl", "start", "systemd-networkd")
            try await hasAddress()
            try await write("\(folder)/20-wired.network", text)
            return { try await write("\(folder)/20-wired.network", text + identity) }
        case .netplan:
            try await write("\(folder)/10-netplan-eth0.network.d/own.conf", identity)
            try await write(
                "/etc/netplan/50-lab.yaml", "network: {version: 2, ethernets: {eth0: {dhcp4: true, link-local: []}}}\n")
            try await lab.succeeding("netplan", "apply")
            try await hasAddress()
        case .networkManager:
            try await lab.succeeding("systemctl", "start", "NetworkManager")
            try await hasAddress()
        case .ifupdown:
            try await write("/etc/network/interfaces", "auto eth0\niface eth0 inet dhcp\n")
            try await lab.succeeding("ifup", "eth0")
        }
        return {}
    }

    private func hasAddress() async throws {
        while try await addresses("eth0").isEmpty { try await Task.sleep(for: .milliseconds(200)) }
    }

    /// Its own, without those that the kernel makes.
    func addresses(_ device: String) async throws -> [String] {
        // It may be about to come.
        let lines = try await lab.run("ip", "-o", "address", "show", "dev", device, "scope", "global").output
            .split(separator: "\n")
        return lines.compactMap { $0.split(separator: " ").dropFirst(3).first.map(String.init) }
    }

    /// The connections that NetworkManager knows of its own, each with its device.
    func connections() async throws -> [String] {
        try await lab.succeeding("nmcli", "-t", "-f", "NAME,DEVICE", "connection", "show").split(separator: "\n")
            .map(String.init).filter { !$0.hasPrefix("lo:") && !$0.hasPrefix("virbr") }.sorted()
    }

    /// The bridge has all that the card had, and the card is its port and nothing else. The test's time limit ends a wait.
    func expectBridge() async throws {
        try await settle("br0")
        #expect(try await lab.succeeding("cat", "/sys/class/net/br0/mtu") == "1400\n")
        #expect(try await lab.succeeding("readlink", "/sys/class/net/eth0/master").hasSuffix("/br0\n"))
        #expect(try await addresses("eth0").isEmpty)
        #expect(
            try await lab.succeeding("cat", "/sys/class/net/br0/address")
                == lab.succeeding("cat", "/sys/class/net/eth0/address"))
    }

    func expectNoBridge() async throws {
        try await settle("eth0")
        #expect(try await !lab.run("ip", "link", "show", "br0").succeeded)
        #expect(try await lab.succeeding("cat", "/sys/class/net/eth0/mtu") == "1400\n")
    }

    private func settle(_ device: String) async throws {
        let all = Set(try [lab.address + "/24"] + others)
        while try await Set(addresses(device)) != all { try await Task.sleep(for: .milliseconds(200)) }
        let wanted = try "\(Self.route) via \(network).5 dev \(device) proto static metric 50"
        var routes = [""]
        while routes != [wanted] {
            let text = try await lab.succeeding("ip", "route", "show", Self.route)
            routes = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    /// A change that nobody confirms, and that nobody could: the host comes back by itself, kept as before.
    func cutOff(_ client: LabClient) async throws {
        try await client.succeeding(
            "host", "bridge", "create", "far/br0", "--nic", "eth0", "--timeout", "15", "--manual", "--yes")
        try await settle("br0")
        try await lab.cut()
        while try await lab.run("cat", "/run/roost-bridge/br0/state").output != "reverted\n" {
            try await Task.sleep(for: .milliseconds(500))
        }
        try await lab.mend()
        try await expectNoBridge()
        try await client.succeeding("list", "--host", "far")
    }
}
