import Libvirt
import Testing

@testable import RoostCore

@Suite struct NetworkCreateTests {
    private static func arguments(_ change: (inout NetworkArguments) -> Void) -> NetworkArguments {
        var arguments = NetworkArguments(name: "lab")
        change(&arguments)
        return arguments
    }

    private static func plan(
        _ surroundings: NetworkSurroundings = NetworkSurroundings(),
        _ change: (inout NetworkArguments) -> Void = { _ in }
    ) throws -> String {
        let request = try arguments(change).request()
        let view = try NetworkBlueprint(request: request, surroundings: surroundings).view()
        return try NetworkPlan(request: request, view: view, notices: []).xml()
    }

    /// The default network, docker's bridge, a tunnel with a route, and a home network.
    private static let host = HostLinks(
        answer: """
            link lo
            link eth0
            link br0
            bridge br0
            link docker0
            bridge docker0
            link virbr0
            bridge virbr0
            address 1: lo    inet 127.0.0.1/8 scope host lo
            address 2: eth0    inet 192.168.123.7/24 brd 192.168.123.255 scope global eth0
            address 2: eth0    inet6 fe80::1/64 scope link
            address 3: docker0    inet 172.17.0.1/16 scope global docker0
            address 4: virbr0    inet 192.168.122.1/24 scope global virbr0
            address 5: tun0    inet 10.8.0.2 peer 10.8.0.1/32 scope global tun0
            route default via 192.168.123.1 dev eth0
            route 10.55.0.0/16 via 10.8.0.1 dev tun0
            route local 192.168.123.7 dev eth0 table local scope host
            route unreachable 10.0.0.0/8 dev lo
            route fe80::/64 dev eth0 proto kernel
            all
            """)

    private static let surroundings: NetworkSurroundings = {
        var surroundings = NetworkSurroundings()
        surroundings.names = ["default"]
        surroundings.bridges = ["virbr0": "default"]
        surroundings.links = host
        surroundings.uses = [
            SubnetUse(IPNetwork(containing: IPAddress(bits: 0xc0a8_7a00, isIPv6: false), prefix: 24), "network default")
        ]
        surroundings.uses += host.uses(without: ["virbr0"])
        return surroundings
    }()

    @Test func withoutOptionsItIsTheFirstThatIsFree() throws {
        #expect(
            try Self.plan(Self.surroundings) == """
                <network>
                  <name>lab</name>
                  <forward mode='nat'/>
                  <bridge stp='on'/>
                  <ip address='192.168.124.1' prefix='24'>
                    <dhcp>
                      <range start='192.168.124.2' end='192.168.124.254'/>
                    </dhcp>
                  </ip>
                </network>

                """)
    }

    @Test(arguments: [
        ("192.168.122.128/25", "192.168.122.0/24 of network default"),
        ("172.16.0.0/12", "172.17.0.0/16 of the host's docker0"),
        ("10.55.7.0/24", "10.55.0.0/16 of a route of the host (tun0)"),
        ("192.168.123.0/24", "192.168.123.0/24 of the host's eth0"),
        ("10.8.0.0/24", "10.8.0.1/32 of the host's tun0"),
    ])
    func whatOverlapsIsRefusedWithTheReason(_ subnet: String, _ reason: String) throws {
        let failure = #expect(throws: Failure.self) { try Self.plan(Self.surroundings) { $0.subnet = subnet } }
        #expect(
            failure?.kind == .exists && failure?.why == "\(subnet) overlaps \(reason)", "\(String(describing: failure))"
        )
        #expect(failure?.remedy?.contains("--subnet 192.168.124.0/24") == true)
        let forced = try Self.plan(Self.surroundings) {
            $0.subnet = subnet
            $0.mayOverlap = true
        }
        #expect(forced.contains("<ip address="))
    }

    @Test func everyKindSaysWhatItIs() throws {
        let routed = try Self.plan {
            $0.kind = .route
            $0.device = "eth0"
            $0.subnet = "10.20.0.254/24"
            $0.dhcp = "10.20.0.100-200"
            $0.ipv6 = "2001:db8:1::/64"
            $0.domain = "lab.example"
            $0.dnsNames = ["db.lab,db=10.20.0.5"]
            $0.mtu = "1400"
        }
        #expect(routed.contains("<forward mode='route' dev='eth0'/>") && routed.contains("<mtu size='1400'/>"))
        #expect(
            routed.contains("<ip address='10.20.0.254' prefix='24'>")
                && routed.contains("start='10.20.0.100' end='10.20.0.200'"))
        #expect(routed.contains("<ip family='ipv6' address='2001:db8:1::1' prefix='64'/>"))
        #expect(routed.contains("<host ip='10.20.0.5'>") && routed.contains("<hostname>db.lab</hostname>"))
        let isolated = try Self.plan {
            $0.kind = .isolated
            $0.subnet = "none"
        }
        #expect(!isolated.contains("<forward") && !isolated.contains("<ip"))
        let nat = try Self.plan { $0.ipv6 = "auto" }
        #expect(nat.contains("<nat ipv6='yes'/>") && nat.contains("family='ipv6' address='fd"), "\(nat)")
        let office = try Self.plan(Self.surroundings) {
            $0.kind = .bridge
            $0.bridge = "br0"
            $0.portGroups = ["staff,default=yes"]
        }
        #expect(
            office.contains("<forward mode='bridge'/>") && office.contains("<bridge name='br0'/>")
                && !office.contains("<ip"))
        #expect(office.contains("<portgroup name='staff' default='yes'/>"), "\(office)")
        let switched = try Self.plan {
            $0.kind = .bridge
            $0.bridge = "ovs0"
            $0.isOpenVSwitch = true
            $0.vlans = ["10", "20"]
        }
        #expect(
            switched.contains("<virtualport type='openvswitch'/>") && switched.contains("<vlan trunk='yes'>"),
            "\(switched)")
    }

    @Test func aLargeSubnetGivesOutNoMoreThanLibvirtTakes() throws {
        let plan = try Self.plan { $0.subnet = "10.0.0.0/8" }
        #expect(plan.contains("start='10.0.0.2' end='10.1.0.0'"), "\(plan)")
        let last = try Self.plan { $0.subnet = "10.0.0.254/24" }
        #expect(last.contains("start='10.0.0.1' end='10.0.0.253'"), "\(last)")
        let small = try Self.plan { $0.subnet = "10.0.0.0/30" }
        #expect(small.contains("start='10.0.0.2' end='10.0.0.2'"), "\(small)")
    }

    static let wrong: [(String, @Sendable (inout NetworkArguments) -> Void)] = [
        ("mask", { $0.subnet = "192.168.1.0" }), ("too large", { $0.subnet = "10.0.0.0/7" }),
        ("too small", { $0.subnet = "10.0.0.0/31" }),
        ("loopback", { $0.subnet = "127.0.0.0/24" }), ("multicast", { $0.subnet = "224.0.0.0/24" }),
        ("link-local", { $0.subnet = "169.254.0.0/16" }), ("everything", { $0.subnet = "0.0.0.0/8" }),
        ("broadcast", { $0.subnet = "10.0.0.255/24" }), ("other family", { $0.subnet = "fd00::/64" }),
        ("IPv4 as IPv6", { $0.ipv6 = "10.0.0.0/24" }), ("IPv6 of a link", { $0.ipv6 = "fe80::/64" }),
        ("no IPv6", { $0.ipv6 = "fd00::" }),
        (
            "range elsewhere",
            {
                $0.subnet = "10.0.0.0/24"
                $0.dhcp = "10.0.1.5-10.0.1.9"
            }
        ),
        (
            "range with the host",
            {
                $0.subnet = "10.0.0.0/24"
                $0.dhcp = "10.0.0.1-10.0.0.9"
            }
        ),
        (
            "range with the broadcast",
            {
                $0.subnet = "10.0.0.0/24"
                $0.dhcp = "10.0.0.9-10.0.0.255"
            }
        ),
        ("range backwards", { $0.dhcp = "10.0.0.9-10.0.0.2" }),
        (
            "range and none",
            {
                $0.dhcp = "10.0.0.5-9"
                $0.noDHCP = true
            }
        ),
        (
            "range too large",
            {
                $0.subnet = "10.0.0.0/8"
                $0.dhcp = "10.0.0.2-10.200.0.0"
            }
        ),
        ("domain", { $0.domain = "a b" }), ("domain markup", { $0.domain = "a'/><x" }),
        ("dns", { $0.dnsNames = ["db"] }),
        ("dns name", { $0.dnsNames = ["-x=10.0.0.1"] }), ("dns address", { $0.dnsNames = ["x=y"] }),
        ("mtu", { $0.mtu = "67" }),
        ("mtu text", { $0.mtu = "1e3" }),
        (
            "mtu for IPv6",
            {
                $0.mtu = "1000"
                $0.ipv6 = "auto"
            }
        ),
        ("vlan without bridge", { $0.vlans = ["5"] }),
        (
            "vlan",
            {
                $0.bridge = "br0"
                $0.kind = .bridge
                $0.vlans = ["4095"]
            }
        ),
        ("bridge missing", { $0.kind = .bridge }), ("bridge name", { $0.bridge = "a/b" }),
        ("bridge long", { $0.bridge = "abcdefghijklmnop" }),
        (
            "bridge with subnet",
            {
                $0.kind = .bridge
                $0.bridge = "br0"
                $0.subnet = "10.0.0.0/24"
            }
        ),
        (
            "via of isolated",
            {
                $0.kind = .isolated
                $0.device = "eth0"
            }
        ), ("nat without address", { $0.subnet = "none" }),
        ("group", { $0.portGroups = ["a,x=1"] }), ("group without name", { $0.portGroups = ["vlan=1"] }),
        ("group twice", { $0.portGroups = ["a", "a"] }),
        ("two defaults", { $0.portGroups = ["a,default=yes", "b,default=yes"] }),
        ("name", { $0.name = "a/b" }), ("name empty", { $0.name = "" }), ("name option", { $0.name = "-x" }),
        ("name pattern", { $0.name = "a*" }),
        ("name control", { $0.name = "a\u{1b}[0m" }), ("name blank", { $0.name = " a" }),
        ("openvswitch", { $0.isOpenVSwitch = true }),
    ]

    @Test(arguments: wrong.indices)
    func whatIsWrongIsRefusedBeforeAnythingIsAsked(_ index: Int) {
        let (what, change) = Self.wrong[index]
        let failure = #expect(throws: Failure.self, "\(what)") { try Self.arguments(change).request() }
        #expect(failure?.kind == .usage, "\(what): \(String(describing: failure))")
    }

    @Test func bridgesAndCardsThatAreNotThereAreNamed() throws {
        func failure(_ change: (inout NetworkArguments) -> Void) -> Failure? {
            #expect(throws: Failure.self) { try Self.plan(Self.surroundings, change) }
        }
        func onBridge(_ name: String) -> (inout NetworkArguments) -> Void {
            {
                $0.kind = .bridge
                $0.bridge = name
            }
        }
        #expect(failure(onBridge("br9"))?.why == "the host has no bridge br9")
        #expect(failure(onBridge("eth0"))?.why == "eth0 is no bridge")
        #expect(failure(onBridge("virbr0"))?.why == "the bridge virbr0 belongs to network default")
        #expect(failure { $0.device = "eth9" }?.kind == .notFound)
        #expect(failure { $0.name = "default" }?.kind == .exists)
        #expect(failure { $0.bridge = "docker0" }?.kind == .exists)
        let tagged = failure {
            onBridge("br0")(&$0)
            $0.vlans = ["10"]
        }
        #expect(tagged?.kind == .unsupported && tagged?.remedy?.contains("eth0.10") == true)
    }

    @Test func aNetworkIsMadeStartedAndTakenBackWhereThatFails() async throws {
        let host = try await TestHost.host()
        let plan = try await host.planNetwork(try Self.arguments { $0.subnet = "10.20.0.0/24" }.request())
        let network = try await host.createNetwork(plan)
        let row = try #require(try await host.networkList(["lab"]).first)
        #expect(row.active && row.autostart && row.addresses == ["10.20.0.1/24"])
        let again = await #expect(throws: Failure.self) {
            try await host.planNetwork(try NetworkArguments(name: "lab").request())
        }
        #expect(again?.kind == .exists)
        let deletion = try await network.deletion()
        #expect(deletion.isActive && deletion.machines.isEmpty)
        try await network.delete(deletion)
        #expect(try await host.networkList().map(\.name) == ["default"])
        await host.close()
    }

    @Test func aNetworkThatRunningMachinesUseIsNotDeleted() async throws {
        let card = "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>"
        let host = try await TestHost.host(domains: TestHost.domain("web1", devices: card))
        let network = try await host.network("default")
        let failure = await #expect(throws: Failure.self) { try await network.deletion() }
        #expect(failure?.kind == .state && failure?.why == "web1 runs and uses it")
        let plan = try await network.deletion(force: true)
        #expect(plan.running == ["web1"])
        try await network.delete(plan)
        #expect(try await host.networks().isEmpty)
        await host.close()
    }
}
