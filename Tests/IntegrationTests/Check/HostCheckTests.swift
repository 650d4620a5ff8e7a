import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The check beside libvirt's own, and on hosts that something is wrong with.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct HostCheckTests {
    /// What virt-host-validate calls it, and what Roost does.
    private static let names = [
        "hardware virtualization": "cpu.virtualization", "/dev/kvm": "kvm.device", "/dev/vhost-net": "kernel.vhost-net",
        "/dev/net/tun": "kernel.tun", "cgroup": "kernel.cgroups", "IOMMU": "cpu.iommu",
        "ecure guest": "cpu.secure-guests",
        "ecure Guest": "cpu.secure-guests",
    ]

    @Test(.labLimit) func everythingThatVirtHostValidateFindsIsFound() async throws {
        let theirs = try await Program.named("virt-host-validate").run(["qemu"])
        // Where it says nothing, nothing is compared.
        try #require(theirs.output.contains("QEMU: Checking"), "\(theirs)")
        let report = try Self.report(try await Program.roost.run(["host", "check", "system", "--format", "json"]))
        var found = 0
        for line in theirs.output.split(separator: "\n") where line.contains(": FAIL") || line.contains(": WARN") {
            found += 1
            let id = Self.names.first { line.contains($0.key) }?.value
            let state = report.findings.first { $0.id == id }?.state
            let wanted: Set<HostFinding.State> =
                line.contains(": FAIL") ? [.failure] : [.warning, .note, .unknown, .failure]
            #expect(state.map(wanted.contains) == true, "\(line): \(id ?? "no name") \(state?.rawValue ?? "missing")")
        }
        #expect(report.findings.count > found + 10)
    }

    @Test(.labLimit, .enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled))
    func aFirewallThatCutsGuestsOffIsNamedAndMendedAndAPacketGetsThrough() async throws {
        try await LabSlots.others.occupied {
            try await LabHosts.owned { hosts in
                try await LabClient.run { client in
                    let host = hosts[0]
                    let target = LabHosts.common.name
                    try await client.succeeding("host", "add", "far", host.name)
                    try await host.succeeding("sh", "-c", Self.guest)
                    let saved = "iptables-save -t filter >/run/t-rules"
                    try await host.succeeding("sh", "-c", saved)
                    var trouble: (any Error)?
                    do {
                        // A bridge lets a new port through after some seconds. The test's time limit ends this.
                        while try await !Self.passes(host, target) {}
                        for (script, by) in [
                            (Self.docker, "iptables: the policy of chain FORWARD is to drop"),
                            (Self.nftables, "nft inet t-fw: the policy of chain forward is to drop"),
                        ] {
                            try await host.succeeding("sh", "-c", script)
                            #expect(try await !Self.passes(host, target))
                            let before = try await client.roost("host", "check", "far")
                            #expect(
                                before.failed(.unfit)
                                    && before.output.contains("network default (virbr0) is cut off by \(by)"),
                                "\(before)")
                            let fixed = try await client.roost(
                                "host", "check", "far", "--fix", "--yes", "--format", "json")
                            #expect(fixed.errors.contains("this lasts until the next start of the host"), "\(fixed)")
                            let states = try Self.report(fixed).findings.first { $0.id == "network.firewall" }
                            #expect(states?.state == .ok, "\(fixed)")
                            #expect(try await Self.passes(host, target))
                        }
                    } catch {
                        trouble = error
                    }
                    try await host.succeeding("sh", "-c", Self.end)
                    if let trouble { throw trouble }
                }
            }
        }
    }

    @Test(.labLimit, .enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled))
    func aDaemonAndANetworkThatAreOffAreStarted() async throws {
        try await LabSlots.others.occupied {
            try await LabHosts.owned { hosts in
                try await LabClient.run { client in
                    let host = hosts[0]
                    try await client.succeeding("host", "add", "far", host.name)
                    try await client.succeeding("net", "stop", "default", "--host", "far", "--yes")
                    // Who may not act as root is told so, and nothing is done.
                    let refused = try await client.roost("host", "check", "outsider@\(host.name)", "--fix", "--yes")
                    #expect(!refused.succeeded, "\(refused)")
                    let fixed = try await client.roost("host", "check", "far", "--fix", "--yes", "--format", "json")
                    let report = try Self.report(fixed)
                    #expect(report.findings.first { $0.id == "network.default" }?.state == .ok, "\(fixed)")
                    let person = try await client.roost("host", "check", "operator@\(host.name)", "--format", "json")
                    let firewall = try Self.report(person).findings.first { $0.id == "network.firewall" }
                    #expect(firewall?.state == .unknown, "\(person)")
                }
            }
        }
    }

    /// A guest's place in the network, without a guest.
    private static let guest = """
        set -e
        ip netns add t-g
        ip link add t-g0 type veth peer name t-g1 netns t-g
        ip link set t-g0 master virbr0 up
        ip -n t-g addr add 192.168.122.77/24 dev t-g1
        ip -n t-g link set t-g1 up
        ip -n t-g route add default via 192.168.122.1
        """
    /// As Docker leaves a host, where something has flushed libvirt's rules.
    private static let docker = """
        set -e
        iptables -F FORWARD
        iptables -P FORWARD DROP
        iptables -N DOCKER-USER
        iptables -A FORWARD -j DOCKER-USER
        iptables -A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
        iptables -A FORWARD -i docker0 ! -o docker0 -j ACCEPT
        """
    private static let nftables = """
        set -e
        nft add table inet t-fw
        nft 'add chain inet t-fw forward { type filter hook forward priority 0; policy drop; }'
        nft add rule inet t-fw forward ct state established,related accept
        """
    private static let end = """
        nft delete table inet t-fw 2>/dev/null
        ip netns del t-g
        iptables -P FORWARD ACCEPT
        iptables-restore </run/t-rules
        """

    /// Whether the guest's place reaches the sshd of another host, through the firewall and libvirt's NAT.
    private static func passes(_ host: LabHost, _ target: String) async throws -> Bool {
        try await host.run(
            "ip", "netns", "exec", "t-g", "timeout", "3", "bash", "-c",
            "exec 3<>/dev/tcp/$(getent ahostsv4 \(target) | awk 'NR==1 {print $1}')/22"
        ).succeeded
    }

    private static func report(_ result: RunResult) throws -> HostCheckReport {
        do {
            return try JSONDecoder().decode(HostCheckReport.self, from: Data(result.output.utf8))
        } catch {
            throw LabError(what: "no report: \(result)")
        }
    }
}
