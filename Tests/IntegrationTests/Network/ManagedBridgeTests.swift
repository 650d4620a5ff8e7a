import RoostCore
import Testing

/// Bridges of hosts whose network the real NetworkManager, systemd-networkd, netplan or ifupdown keeps, started by a real systemd. What these
/// write and say is asked of themselves.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct ManagedBridgeTests {
    @Test(.labLimit) func networkManagerHasTheBridgeAsItsOwn() async throws {
        try await LabHosts.owned { hosts in
            let host = ManagedHost(hosts[0])
            try await host.lab.boot()
            try await host.lab.succeeding("systemctl", "start", "NetworkManager")
            try await LabClient.run { client in
                try await client.succeeding("host", "add", "far", host.lab.name)
                // It knows of the card, and does not keep it.
                let plan = try await client.succeeding(
                    "host", "bridge", "create", "far/br0", "--nic", "eth0", "--dry-run")
                #expect(plan.output.contains("by ip alone"), "\(plan)")
                try await host.lab.endBoot()
                try await host.lab.boot()
                try await host.keepByNetworkManager()

                try await client.succeeding("host", "bridge", "create", "far/br0", "--nic", "eth0", "--yes")
                try await host.expectBridge()
                // Its own words for it, and also when it begins anew.
                for _ in 0..<2 {
                    #expect(try await host.connections() == ["br0-eth0:eth0", "br0:br0", "office:"])
                    #expect(try await host.lab.succeeding("cat", "/etc/resolv.conf").contains("192.0.2.53"))
                    try await host.lab.succeeding("systemctl", "restart", "NetworkManager")
                    try await host.lab.succeeding("nm-online", "-s", "-q", "-t", "20")
                    try await host.expectBridge()
                }
                let again = try await client.roost("host", "bridge", "create", "far/br1", "--nic", "eth0", "--yes")
                #expect(again.failed(.state), "\(again)")
                try await client.succeeding("host", "bridge", "delete", "far/br0", "--yes")
                try await host.expectNoBridge()
                #expect(try await host.connections() == ["office:eth0"])

                try await host.cutOff(client)
                #expect(try await host.connections() == ["office:eth0"])
                let starts = try await host.lab.succeeding(
                    "nmcli", "-g", "connection.autoconnect", "connection", "show", "office")
                #expect(starts == "yes\n")
            }
        }
    }

    @Test(.labLimit) func networkdHasTheBridgeAsItsOwn() async throws {
        try await LabHosts.owned { hosts in
            let host = ManagedHost(hosts[0])
            try await host.lab.boot()
            try await host.keepByNetworkd()
            try await LabClient.run { client in
                try await client.succeeding("host", "add", "far", host.lab.name)
                try await client.succeeding("host", "bridge", "create", "far/br0", "--nic", "eth0", "--yes")
                for _ in 0..<2 {
                    try await host.expectBridge()
                    let status = try await host.lab.succeeding("networkctl", "status", "--no-pager", "br0")
                    #expect(status.contains("Network File: /etc/systemd/network/05-roost-br0.network"), "\(status)")
                    #expect(status.contains("DNS: 192.0.2.53"), "\(status)")
                    try await host.lab.succeeding("systemctl", "restart", "systemd-networkd")
                }
                try await client.succeeding("host", "bridge", "delete", "far/br0", "--yes")
                try await host.expectNoBridge()
                try await host.cutOff(client)
                #expect(try await host.lab.succeeding("ls", "/etc/systemd/network") == "20-wired.network\n")
            }
        }
    }

    @Test(.labLimit, arguments: ["networkd", "NetworkManager"])
    func netplanHasTheBridgeAsItsOwn(_ renderer: String) async throws {
        try await LabHosts.owned { hosts in
            let host = ManagedHost(hosts[0])
            try await host.lab.boot()
            try await host.keepByNetplan(renderer)
            try await LabClient.run { client in
                try await client.succeeding("host", "add", "far", host.lab.name)
                try await client.succeeding("host", "bridge", "create", "far/br0", "--nic", "eth0", "--yes")
                for _ in 0..<2 {
                    try await host.expectBridge()
                    #expect(try await host.lab.succeeding("netplan", "get", "bridges.br0.interfaces") == "- eth0\n")
                    try await host.lab.succeeding("netplan", "apply")
                }
                try await client.succeeding("host", "bridge", "delete", "far/br0", "--yes")
                try await host.expectNoBridge()
                if renderer == "NetworkManager" {
                    #expect(try await host.connections() == ["netplan-eth0:eth0"])
                }
                try await host.cutOff(client)
            }
        }
    }

    /// The server has no other address, and none for anybody else.
    @Test(.labLimit, arguments: ManagedHost.Lease.allCases)
    func theBridgeGetsTheCardsAddressOfDHCP(_ lease: ManagedHost.Lease) async throws {
        try await LabHosts.owned(2) { hosts in
            let host = ManagedHost(hosts[0])
            try await host.lab.boot()
            let remind = try await host.take(lease, from: hosts[1])
            let address = "\(try host.lab.address)/24"
            try await LabClient.run { client in
                try await client.succeeding("host", "add", "far", host.lab.name)
                try await client.succeeding("host", "bridge", "create", "far/br0", "--nic", "eth0", "--yes")
                #expect(try await host.addresses("br0") == [address])
                #expect(try await host.addresses("eth0").isEmpty)
                try await remind()
                try await client.succeeding("host", "bridge", "delete", "far/br0", "--yes")
                #expect(try await host.addresses("eth0") == [address])
            }
            try await hosts[1].succeeding("sh", "-c", "kill $(cat /run/t-dhcp.pid)")
        }
    }

    @Test(.labLimit) func ifupdownHasTheBridgeAsItsOwn() async throws {
        try await LabHosts.owned { hosts in
            let host = ManagedHost(hosts[0])
            try await host.lab.boot()
            try await host.keepByIfupdown()
            let file = try await host.lab.succeeding("cat", "/etc/network/interfaces")
            try await LabClient.run { client in
                try await client.succeeding("host", "add", "far", host.lab.name)
                try await client.succeeding("host", "bridge", "create", "far/br0", "--nic", "eth0", "--yes")
                try await host.expectBridge()
                try await host.lab.succeeding("sh", "-c", "ifdown br0 && ip link set eth0 down && ifup -a")
                try await host.expectBridge()
                try await client.succeeding("host", "bridge", "delete", "far/br0", "--yes")
                try await host.expectNoBridge()
                try await host.cutOff(client)
                #expect(try await host.lab.succeeding("cat", "/etc/network/interfaces") == file)
                #expect(try await host.lab.succeeding("ifquery", "--state").contains("eth0=eth0"))
            }
        }
    }
}
