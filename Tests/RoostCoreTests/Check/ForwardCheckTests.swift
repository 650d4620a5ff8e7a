import Testing

@testable import RoostCore

/// Packets sent through firewalls in thought.
struct ForwardCheckTests {
    /// As libvirt makes them for its network `default`.
    private static let libvirt = """
        :LIBVIRT_FWI - [0:0]
        :LIBVIRT_FWO - [0:0]
        :LIBVIRT_FWX - [0:0]
        -A FORWARD -j LIBVIRT_FWX
        -A FORWARD -j LIBVIRT_FWI
        -A FORWARD -j LIBVIRT_FWO
        -A LIBVIRT_FWI -d 192.168.122.0/24 -o virbr0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
        -A LIBVIRT_FWI -o virbr0 -j REJECT --reject-with icmp-port-unreachable
        -A LIBVIRT_FWO -s 192.168.122.0/24 -i virbr0 -j ACCEPT
        -A LIBVIRT_FWO -i virbr0 -j REJECT --reject-with icmp-port-unreachable
        -A LIBVIRT_FWX -i virbr0 -o virbr0 -j ACCEPT
        """
    private static let docker = """
        :DOCKER-USER - [0:0]
        :DOCKER - [0:0]
        -A FORWARD -j DOCKER-USER
        -A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
        -A FORWARD -o docker0 -j DOCKER
        -A FORWARD -i docker0 ! -o docker0 -j ACCEPT
        -A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
        -A DOCKER-USER -j RETURN
        """

    private func judge(
        iptables: String = "", nft: String = "", more: [String] = [], facts: LibvirtFacts? = KnownHost.facts
    ) -> HostFinding? {
        let lines =
            iptables.split(separator: "\n").map { "fw=\($0)" } + nft.split(separator: "\n").map { "nft=\($0)" } + more
        return KnownHost.debian12.judge(KnownHost.ready + lines, libvirt: facts).report.findings.first {
            $0.id == "network.firewall"
        }
    }

    @Test func dockersPolicyAloneDoesNotCutOffWhatLibvirtLetsThrough() {
        let rules = "*filter\n:FORWARD DROP [0:0]\n\(Self.docker)\n\(Self.libvirt)"
        #expect(judge(iptables: rules)?.state == .ok)
    }

    @Test func dockersPolicyCutsOffWhereLibvirtsRulesAreGone() {
        let finding = judge(iptables: "*filter\n:FORWARD DROP [0:0]\n\(Self.docker)")
        #expect(finding?.state == .failure)
        #expect(
            finding?.evidence
                == "network default (virbr0) is cut off by iptables: the policy of chain FORWARD is to drop")
        let commands = finding?.fix?.commands ?? []
        #expect(commands.first?.hasSuffix("|| iptables -I DOCKER-USER -i virbr0 -j ACCEPT") == true, "\(commands)")
        // It is there again after a restart.
        #expect(commands.contains("systemctl enable roost-forward.service"))
    }

    @Test func anEarlierRuleCutsOff() {
        let rules = "*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -i virbr+ ! -o virbr0 -j DROP\n\(Self.libvirt)"
        #expect(judge(iptables: rules)?.evidence?.contains("-A FORWARD -i virbr+ ! -o virbr0 -j DROP") == true)
        // One of a single port does not.
        let port =
            "*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -i virbr0 -p tcp -m tcp --dport 25 -j DROP\n\(Self.libvirt)"
        #expect(judge(iptables: port)?.state == .ok)
    }

    @Test func whatIsNotUnderstoodIsNoFailure() {
        let rules = "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -m set --match-set guests src -j ACCEPT"
        let finding = judge(iptables: rules)
        #expect(finding?.state == .warning && finding?.fix == nil)
    }

    @Test func aBridgeOfTheHostIsCutOffOnlyWhereItIsFiltered() {
        let rules = "*filter\n:FORWARD DROP [0:0]\n\(Self.docker)\n\(Self.libvirt)"
        let ports = "bridge=br0 eno1 vnet3"
        #expect(judge(iptables: rules, more: [ports, "bridge.filtered=0"])?.state == .ok)
        let finding = judge(iptables: rules, more: [ports, "bridge.filtered=1"])
        #expect(finding?.evidence?.hasPrefix("bridge br0 is cut off by iptables") == true)
        #expect(finding?.fix?.commands.first?.hasSuffix("iptables -I DOCKER-USER -i br0 -o br0 -j ACCEPT") == true)
    }

    @Test func aTableOfNftablesThatDropsCutsOffWhateverOthersAccept() {
        let nft = """
            table ip filter {
            \tchain FORWARD {
            \t\ttype filter hook forward priority filter; policy drop;
            \t}
            }
            table inet fw {
            \tchain forward {
            \t\ttype filter hook forward priority filter; policy drop;
            \t\tct state established,related accept
            \t\tiifname "eno1" oifname { "eno1", "eno2" } tcp dport 22 accept
            \t}
            }
            """
        let finding = judge(iptables: "*filter\n:FORWARD ACCEPT [0:0]\n\(Self.libvirt)", nft: nft)
        #expect(
            finding?.evidence
                == "network default (virbr0) is cut off by nft inet fw: the policy of chain forward is to drop")
        #expect(
            finding?.fix?.commands.first
                == #"nft list chain inet fw forward | grep -qF 'iifname "virbr0" accept' 2>/dev/null || nft insert rule inet fw forward iifname \"virbr0\" accept"#
        )
        let mended = nft.replacing(
            "policy drop;\n\t\tct",
            with: "policy drop;\n\t\tiifname \"virbr0\" counter packets 3 bytes 9 accept\n\t\tct")
        #expect(judge(iptables: "*filter\n:FORWARD ACCEPT [0:0]\n\(Self.libvirt)", nft: mended)?.state == .ok)
    }

    @Test func aFirewallWithAProgramOfItsOwnIsNotMendedBehindItsBack() {
        let rules = "*filter\n:FORWARD DROP [0:0]\n:ufw-before-forward - [0:0]\n-A FORWARD -j ufw-before-forward"
        let unit = "unit=Id=ufw.service|LoadState=loaded|ActiveState=active|UnitFileState=enabled"
        let finding = judge(iptables: rules, more: [unit])
        #expect(finding?.state == .failure && finding?.fix == nil)
        #expect(finding?.remedy == ["ufw route allow in on virbr0", "ufw route allow out on virbr0"])
    }

    @Test func withoutLibvirtItsBridgesAreKnownByName() {
        let finding = judge(
            iptables: "*filter\n:FORWARD DROP [0:0]", more: ["bridge=virbr0 vnet1"], facts: nil)
        #expect(finding?.state == .failure)
        // Its rules stay when it ends, and ask for the network's addresses.
        let more = ["bridge=virbr0 vnet1", "bridge.address=virbr0 192.168.122.1/24"]
        let left = judge(iptables: "*filter\n:FORWARD DROP [0:0]\n\(Self.libvirt)", more: more, facts: nil)
        #expect(left?.state == .ok)
    }

    @Test func rulesThatGoInCirclesEnd() {
        let rules = "*filter\n:FORWARD DROP [0:0]\n:A - [0:0]\n-A FORWARD -j A\n-A A -j A"
        #expect(judge(iptables: rules)?.state == .failure)
    }

    /// A host may say anything: chains that lead to each other in more ways than anybody can follow end in a doubt.
    @Test func chainsWithoutEndAreNotFollowed() {
        var rules = "*filter\n:FORWARD DROP [0:0]\n"
        for chain in 0..<14 { rules += ":C\(chain) - [0:0]\n" }
        for chain in 0..<13 {
            for _ in 0..<20 { rules += "-A C\(chain) -j C\(chain + 1)\n" }
        }
        #expect(judge(iptables: rules + "-A FORWARD -j C0\n")?.state != .failure)
    }

    @Test func rulesThatWereNotReadToTheirEndProveNothing() {
        let rules = "*filter\n:FORWARD DROP [0:0]\n"
        #expect(judge(iptables: rules)?.state == .failure)
        #expect(judge(iptables: rules + "!cut\n")?.state != .failure)
    }
}
