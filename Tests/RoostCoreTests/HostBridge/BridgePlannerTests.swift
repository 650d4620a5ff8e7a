import Testing
import Yams

@testable import RoostCore

@Suite struct BridgePlannerTests {
    private static func plan(
        _ answer: String, nic: String = "eth0", bridge: String = "br0", stp: Bool = false
    ) throws -> BridgePlan {
        try BridgePlanner(
            request: BridgeRequest(bridge: bridge, nic: nic, stp: stp), facts: BridgeFacts(answer: answer), host: "h1"
        ).plan()
    }

    private static func file(_ plan: BridgePlan, _ path: String) throws -> BridgePlan.File {
        try #require(plan.files.first { $0.path == path }, "\(plan.files.map(\.path))")
    }

    @Test func whatTheCardHasIsRead() throws {
        let facts = BridgeFacts(answer: RecordedHosts.links)
        #expect(facts.fixedAddresses(of: "eth0").map(\.text) == ["192.0.2.10/24", "2001:db8::10/64"])
        #expect(facts.routes(of: "eth0").count == 3 && facts.gateways(of: "eth0") == ["192.0.2.1", "fe80::1"])
        #expect(facts.links["eth1"]?.master == "bond0" && facts.links["virbr0"]?.hasSTP == true)
    }

    @Test func cardsThatCannotBeInABridgeSayWhy() throws {
        let cards = BridgeFacts(answer: RecordedHosts.links).cards
        #expect(
            cards.first { $0.name == "eth0" }.map { $0.refusal == nil && $0.addresses.contains("192.0.2.10/24") }
                == true)
        #expect(cards.first { $0.name == "eth1" }?.refusal?.contains("a port of bond0") == true)
        #expect(cards.first { $0.name == "virbr0" }?.refusal?.contains("a bridge itself") == true)
        #expect(!cards.contains { $0.name == "lo" })
    }

    @Test func withoutAManagerTheKernelIsTold() throws {
        let plan = try Self.plan(RecordedHosts.links)
        #expect(plan.manager == .none && plan.files.isEmpty)
        #expect(
            plan.apply == [
                "ip link add name br0 type bridge", "ip link set dev br0 type bridge stp_state 0 forward_delay 0",
                "ip link set dev br0 address 52:54:00:aa:bb:01 mtu 1500", "ip link set dev br0 up",
                "ip addr flush dev eth0 scope global", "ip link set dev eth0 master br0", "ip link set dev eth0 up",
                "ip addr add 192.0.2.10/24 brd + dev br0", "ip addr add 2001:db8::10/64 nodad dev br0",
                "ip route replace default via 192.0.2.1 dev br0 metric 100 || true",
                "ip route replace 198.51.100.0/24 via 192.0.2.5 dev br0 || true",
            ])
        #expect(
            plan.revert.contains {
                $0.hasSuffix("|| ip route replace default via 192.0.2.1 dev eth0 proto static metric 100 || true")
            })
        #expect(plan.revert.contains { $0.hasSuffix("ip addr add 192.0.2.10/24 brd + dev eth0") })
        #expect(plan.warnings.contains { $0.contains("gone after a restart") })
        #expect(try Self.plan(RecordedHosts.links, stp: true).apply[1].contains("stp_state 1 forward_delay 400"))
    }

    @Test func netplanMovesTheCardsSettings() throws {
        let plan = try Self.plan(RecordedHosts.ubuntu)
        #expect(plan.manager == .netplan)
        let file = try Self.file(plan, "/etc/netplan/50-cloud-init.yaml")
        #expect(file.mode == "600")
        let network = try #require(try Yams.compose(yaml: file.after ?? "")?["network"])
        let bridge = try #require(network["bridges"]?["br0"])
        #expect(
            bridge["interfaces"]?.sequence?.map(\.string) == ["eth0"]
                && bridge["macaddress"]?.string == "52:54:00:aa:bb:01")
        #expect(bridge["addresses"]?.sequence?.map(\.string) == ["192.0.2.10/24", "2001:db8::10/64"])
        #expect(bridge["routes"]?.sequence?.first?["via"]?.string == "192.0.2.1" && bridge["nameservers"] != nil)
        #expect(bridge["parameters"]?["stp"]?.bool == false && bridge["mtu"] == nil)
        let card = try #require(network["ethernets"]?["eth0"])
        #expect(
            card["dhcp4"]?.bool == false && card["mtu"]?.int == 1500 && card["addresses"] == nil
                && card["routes"] == nil)
        #expect(network["ethernets"]?["eth5"]?["dhcp4"]?.bool == true && network["version"]?.int == 2)
        #expect(try Self.file(plan, "/etc/cloud/cloud.cfg.d/99-roost-network.cfg").before == nil)
        #expect(plan.apply == ["netplan generate", "netplan apply"])
        #expect(BridgeRun.revertScript(plan).contains("rm -f /etc/cloud/cloud.cfg.d/99-roost-network.cfg"))
    }

    @Test func netplanThatMatchesByAddressDoesNotTakeTheBridgeForTheCard() throws {
        let plan = try Self.plan(RecordedHosts.ubuntuByAddress)
        let network = try #require(try Yams.compose(yaml: plan.files[0].after ?? "")?["network"])
        #expect(network["bridges"]?["br0"]?["interfaces"]?.sequence?.map(\.string) == ["id0"])
        #expect(network["bridges"]?["br0"]?["macaddress"] == nil && network["bridges"]?["br0"]?["dhcp4"]?.bool == true)
        #expect(network["ethernets"]?["id0"]?["match"]?["macaddress"] != nil)
        #expect(plan.warnings.contains { $0.contains("hardware address") })
        let twice =
            RecordedHosts.ubuntuByAddress
            + RecordedHosts.file(
                "/etc/netplan/90.yaml", "network: {ethernets: {eth0: {dhcp6: true}}}")
        #expect(throws: Failure.self) { try Self.plan(twice) }
    }

    @Test func networkManagerGetsConnections() throws {
        let plan = try Self.plan(RecordedHosts.fedora)
        #expect(plan.manager == .networkManager && plan.files.isEmpty)
        let add = try #require(plan.apply.first)
        for setting in [
            "con-name br0 ifname br0 autoconnect no", "bridge.stp no", "bridge.mac-address 52:54:00:aa:bb:01",
            "ipv4.addresses '192.0.2.10/24, 192.0.2.11/24'", "ipv4.gateway 192.0.2.1",
            "ipv4.dns 9.9.9.9,149.112.112.112",
            "ipv4.routes '198.51.100.0/24 192.0.2.5'", "connection.zone public", "ipv4.may-fail no",
            "ipv6.ip6-privacy 0", "ipv6.addr-gen-mode default-or-eui64",
        ] {
            #expect(add.contains(setting), "\(setting): \(add)")
        }
        #expect(add.hasSuffix("ipv4.method manual ipv6.method auto"), "\(add)")
        for word in [
            "never-default", "route-metric", "ipv6.gateway", "dns-search", "ipv6.may-fail", "metered",
            "dns-priority", "connection.id", "Wired", "hostname-flags",
        ] {
            #expect(!add.contains(word), "\(word): \(add)")
        }
        let card = "6f2c1a1e-0000-4000-8000-000000000001"
        #expect(plan.apply[1] == "nmcli connection clone \(card) br0-eth0")
        #expect(plan.apply.last == "nmcli connection modify \(card) connection.autoconnect no")
        #expect(plan.revertBefore.count == 3 && plan.revert[0].hasPrefix("nmcli --wait 20 connection up 6f2c1a1e"))
        // One that is for any card may keep others too, and one that never started by itself does not begin to.
        let general = RecordedHosts.fedora.replacing("interface-name eth0", with: "interface-name ")
        let byHand = RecordedHosts.fedora.replacing("connection.autoconnect yes", with: "connection.autoconnect no")
        for other in [general, byHand] {
            let plan = try Self.plan(other)
            #expect(!plan.apply.joined().contains("modify \(card)") && plan.revertBefore.count == 2)
        }
        let taken = #expect(throws: Failure.self) { try Self.plan(RecordedHosts.fedora + "nmname br0-eth0\n") }
        #expect(taken?.kind == .exists)
    }

    @Test func networkdGetsFilesThatComeFirst() throws {
        let plan = try Self.plan(RecordedHosts.arch)
        #expect(plan.manager == .networkd)
        #expect(plan.files.allSatisfy { $0.before == nil && $0.path.hasPrefix("/etc/systemd/network/05-roost-br0") })
        let network = try #require(try Self.file(plan, "/etc/systemd/network/05-roost-br0.network").after)
        #expect(
            network.contains(
                "[Match]\nName=br0\n\n[Network]\nAddress=192.0.2.10/24\nGateway=192.0.2.1\nDNS=9.9.9.9\n\n[Route]"))
        #expect(!network.contains("MTUBytes") && !network.contains("en*"))
        let port = try #require(try Self.file(plan, "/etc/systemd/network/05-roost-br0-port.network").after)
        #expect(
            port.contains("Name=eth0") && port.contains("[Link]\nMTUBytes=1500")
                && port.contains("[Network]\nBridge=br0"))
        #expect(
            try Self.file(plan, "/etc/systemd/network/05-roost-br0.netdev").after?.contains(
                "MACAddress=52:54:00:aa:bb:01") == true)
        #expect(plan.apply.first == "ip addr flush dev eth0 scope global || true")
        #expect(plan.apply.last == "systemctl restart systemd-networkd")
        let early = RecordedHosts.arch.split(separator: "20-wired").joined(separator: "00-wired")
        #expect(throws: Failure.self) { try Self.plan(early) }
    }

    /// The real one, that found it by its place among the PCI devices, gives a bridge another identity.
    @Test func whatDHCPServersKnowTheCardByGoesToTheBridge() throws {
        let leased = RecordedHosts.arch + "iaid 0xc3ef3509\n"
        let network = try #require(
            try Self.file(Self.plan(leased), "/etc/systemd/network/05-roost-br0.network").after)
        #expect(network.hasSuffix("\n[DHCPv4]\nIAID=3287233801\n"), "\(network)")
        let drop = RecordedHosts.file(
            "/run/systemd/network/20-wired.network.d/own.conf", "[DHCPv4]\nIAID=7\n[Link]\nARP=yes")
        let plan = try Self.plan(leased + drop)
        let dropped = try #require(try Self.file(plan, "/etc/systemd/network/05-roost-br0.network").after)
        #expect(dropped.contains("IAID=7\n") && !dropped.contains("3287233801"), "\(dropped)")
        let port = try #require(try Self.file(plan, "/etc/systemd/network/05-roost-br0-port.network").after)
        #expect(port.contains("ARP=yes") && !port.contains("IAID"), "\(port)")

        let byAddress =
            RecordedHosts.ubuntuByAddress.replacing("global eth0", with: "global dynamic eth0")
            + "netplan-permanent\niaid 0x00000007\n"
        let cloud = try Self.plan(byAddress)
        #expect(
            try Self.file(cloud, "/etc/systemd/network/10-netplan-br0.network.d/roost.conf").after
                == "# Made by Roost.\n[DHCPv4]\nIAID=7\n")
        #expect(cloud.files[0].after?.contains("macaddress: \"52:54:00:aa:bb:01\"") == true)
        // That of IPv6 is in no file of this host.
        #expect(cloud.strays == ["2001:db8::10/64"] && cloud.warnings.count == 1, "\(cloud.warnings)")
    }

    @Test func aManagerIsNotBelieved() throws {
        let script = BridgeRun.applyScript(try Self.plan(RecordedHosts.fedora))
        #expect(
            script.contains("readlink /sys/class/net/eth0/master") && script.contains("' 192.0.2.10/24 '"), "\(script)")
        #expect(try Self.plan(RecordedHosts.links).addresses == ["192.0.2.10/24", "2001:db8::10/64"])
    }

    @Test func ifupdownsFileIsRewritten() throws {
        let plan = try Self.plan(RecordedHosts.debian)
        #expect(plan.manager == .ifupdown)
        let text = try #require(try Self.file(plan, "/etc/network/interfaces").after)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(
            lines.contains("auto br0") && lines.contains("iface eth0 inet manual")
                && lines.contains("iface br0 inet static"))
        #expect(lines.contains("iface br0 inet6 auto") && lines.contains("auto eth5") && lines.contains("auto lo"))
        #expect(!lines.contains("allow-hotplug eth0") && !lines.contains("iface eth0 inet static"))
        #expect(text.contains("up ip route add 198.51.100.0/24 via 192.0.2.5 dev br0"))
        #expect(text.contains("pre-up ip link set dev eth0 master br0") && text.contains("\taddress 192.0.2.10/24"))
        #expect(plan.warnings.contains { $0.contains("ethtool -K eth0") })
        #expect(plan.apply == ["ifup br0"] && plan.revert[0] == "ifup --force eth0 || true")
        // What was there comes back to the byte.
        #expect(BridgeRun.revertScript(plan).contains(ShellWord.quoted(plan.files[0].before ?? "")))
    }

    @Test func ifupdownsAliasesLeasesAndForeignAddressesMoveToo() throws {
        var answer = RecordedHosts.debian.replacing(
            "|iface eth0 inet6 auto",
            with: "|auto eth0:0\n|iface eth0:0 inet static\n|    address 203.0.113.9/24\n|iface eth0 inet6 auto")
        try #require(answer != RecordedHosts.debian)
        answer +=
            "\naddress 2: eth0    inet 203.0.113.9/24 scope global eth0:0\n"
            + "address 2: eth0    inet 203.0.113.77/32 scope global eth0\n"
        let plan = try Self.plan(answer)
        #expect(plan.apply == ["ifup br0", "ifup br0:0 || true"])
        #expect(
            plan.before.contains("ifdown --force eth0:0 || true") && plan.revert.contains("ifup --force eth0:0 || true")
        )
        // A virtual address of keepalived's, for one: the bridge gets it, and nobody waits for the manager to bring it.
        #expect(plan.strays == ["2001:db8::10/64", "203.0.113.77/32"], "\(plan.strays) of \(plan.addresses)")
        #expect(plan.warnings.contains { $0.contains("203.0.113.77/32") })
        #expect(BridgeRun.applyScript(plan).contains("ip addr add 203.0.113.77/32 dev br0 || true"))
        // An address of IPv6 that a router has told is asked for anew, as by DHCP.
        #expect(
            plan.asksForAddress && plan.before[0].contains("dhclient6") && plan.before[0].contains(#"interface "br0""#))
    }

    @Test func theNetworkScriptsOfCentOSOverwriteNoFile() throws {
        #expect(throws: Failure.self) { try Self.plan(RecordedHosts.centos + "\nifcfg br0\n") }
    }

    @Test func theNetworkScriptsOfCentOSGetAFileMore() throws {
        let plan = try Self.plan(RecordedHosts.centos)
        #expect(plan.manager == .ifcfg)
        let card = try #require(try Self.file(plan, "/etc/sysconfig/network-scripts/ifcfg-eth0").after)
        #expect(
            card.contains("BRIDGE=br0") && card.contains("HWADDR=") && !card.contains("IPADDR")
                && !card.contains("BOOTPROTO"))
        let bridge = try #require(try Self.file(plan, "/etc/sysconfig/network-scripts/ifcfg-br0").after)
        for line in [
            "DEVICE=br0", "TYPE=Bridge", "STP=no", "DELAY=0", "IPADDR=\"192.0.2.10\"", "GATEWAY=\"192.0.2.1\"",
            "DNS1=\"9.9.9.9\"",
        ] {
            #expect(bridge.contains(line + "\n"), "\(line): \(bridge)")
        }
        #expect(try Self.file(plan, "/etc/sysconfig/network-scripts/route-eth0").after == nil)
        #expect(
            try Self.file(plan, "/etc/sysconfig/network-scripts/route-br0").after
                == "198.51.100.0/24 via 192.0.2.5 dev br0\n")
    }

    @Test(arguments: [
        ("wlan0", "br0", FailureKind.unsupported, "wireless"), ("eth1", "br0", .state, "port of bond0"),
        ("eth9", "br0", .notFound, "no interface eth9"), ("eth0", "virbr0", .exists, "a bridge of that name"),
        ("eth0", "bond0", .exists, "an interface of that name"), ("lo", "br0", .unsupported, "loopback"),
        ("virbr0", "br0", .unsupported, "a bridge itself"),
    ])
    func whatCannotBeIsRefused(_ nic: String, _ bridge: String, _ kind: FailureKind, _ why: String) {
        let failure = #expect(throws: Failure.self) { try Self.plan(RecordedHosts.links, nic: nic, bridge: bridge) }
        #expect(failure?.kind == kind && failure?.why?.contains(why) == true, "\(String(describing: failure))")
    }

    @Test(arguments: [
        "", "-br0", "br 0", "br0;id", "a/b", "$(id)", "brücke", "abcdefghijklmnop", "..", "br0\n", "all", "%n",
    ])
    func hostileNamesAreRefused(_ name: String) {
        #expect(throws: Failure.self) { try BridgeRequest(bridge: name, nic: "eth0") }
        #expect(throws: Failure.self) { try BridgeRequest(bridge: "br0", nic: name) }
    }

    @Test func aBridgeThatWaitsIsNotMadeAgain() {
        let failure = #expect(throws: Failure.self) { try Self.plan(RecordedHosts.links + "pending br0\n") }
        #expect(failure?.kind == .state)
        #expect(throws: Failure.self) { try Self.plan(RecordedHosts.debian + "made br0 kept\n") }
        #expect(throws: Failure.self) { try BridgeRequest(bridge: "br0", nic: "eth0", timeout: 5) }
        #expect(throws: Failure.self) { try BridgeRequest(bridge: "br0", nic: "br0") }
    }
}
