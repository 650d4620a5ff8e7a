import RoostCore
import Testing

/// Ports of a host that has nftables and no iptables. libvirt's own rules are there in the form that it gives them on such hosts.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct ForwardNftTests {
    @Test(.labLimit) func aPortLeadsToAMachineByNftablesAlone() async throws {
        try await LabHosts.owned { hosts in
            let host = hosts[0]
            try await LabClient.run { client in
                try await client.succeeding("host", "add", "far", host.name)
                try await host.succeeding("sh", "-c", Self.machine)
                let result: Result<Void, any Error>
                do {
                    // A daemon looks for hooks when it starts.
                    try await forward(client, "8080:80")
                    try await host.succeeding("sh", "-c", Self.restart)
                    try await host.succeeding("sh", "-c", Self.nftables)
                    result = .success(try await portsComeAndGo(host, client))
                } catch {
                    result = .failure(error)
                }
                // A test that ran out of time is cancelled, and a cancelled task starts no programs.
                await Task {
                    do {
                        try await host.succeeding("sh", "-c", Self.end)
                    } catch {
                        Issue.record(error, "\(host.name) is left without iptables")
                    }
                }.value
                try result.get()
            }
        }
    }

    private func portsComeAndGo(_ host: LabHost, _ client: LabClient) async throws {
        #expect(try await !host.run("sh", "-c", "command -v iptables").succeeded)
        #expect(try await rules(host) == 0)
        #expect(try await !answers(host, 8080))

        // libvirt runs the hook.
        try await host.succeeding("virsh", "start", "t-web")
        while try await rules(host) == 0 { try await Task.sleep(for: .milliseconds(200)) }
        // A bridge lets a new port through after some seconds. The test's time limit ends this.
        while try await !answers(host, 8080) {}
        try await host.succeeding("virsh", "destroy", "t-web")
        #expect(try await rules(host) == 0)
        #expect(try await !answers(host, 8080))

        // Roost does the same, for those who come from outside and for the host itself.
        try await host.succeeding("virsh", "start", "t-web")
        try await forward(client, "8081:80")
        try await forward(client, "\(host.address):8082:80")
        for port in [8080, 8081, 8082] { #expect(try await answers(host, port), "\(port)") }
        #expect(try await host.succeeding("bash", "-c", Self.get, "bash", host.address, "8081") == "hello\n")
        let other = try await host.run("bash", "-c", Self.get, "bash", "192.168.122.1", "8082")
        #expect(!other.succeeded, "\(other)")

        // A firewall that is loaded anew loses them, and --apply brings them back.
        try await host.succeeding("nft", "delete", "table", "ip", "roost")
        #expect(try await !answers(host, 8080))
        let again = try await client.succeeding("net", "forward", "--apply", "--host", "far")
        #expect(try await answers(host, 8080), "\(again)")

        try await client.succeeding("net", "forward", "far/t-web", "8080:80", "--remove")
        #expect(try await !answers(host, 8080))
        #expect(try await answers(host, 8081))
        try await client.succeeding("net", "forward", "far/t-web", "--remove")
        #expect(try await rules(host) == 0)
    }

    private func forward(_ client: LabClient, _ port: String) async throws {
        try await client.succeeding(
            "net", "forward", "far/t-web", port, "--network", "default", "--address", "192.168.122.77")
    }

    private func rules(_ host: LabHost) async throws -> Int {
        try await host.succeeding("nft", "list", "ruleset").split(separator: "\n").count { $0.contains("\"roost-") }
    }

    /// Whether another host gets an answer there.
    private func answers(_ host: LabHost, _ port: Int) async throws -> Bool {
        try await LabHosts.common.run("bash", "-c", Self.get, "bash", host.address, "\(port)").output == "hello\n"
    }

    private static let get = #"""
        timeout 3 bash -c 'exec 3<>/dev/tcp/$0/$1 && cat <&3' "$1" "$2"
        """#
    /// A machine, and what answers at its address: no guest need boot.
    private static let machine = """
        set -e
        virsh define /dev/stdin <<'END'
        <domain type='qemu'><name>t-web</name><memory unit='MiB'>32</memory><os><type>hvm</type></os><devices>
        <interface type='network'><source network='default'/></interface></devices></domain>
        END
        ip netns add t-g
        ip link add t-g0 type veth peer name t-g1 netns t-g
        ip link set t-g0 master virbr0 up
        ip -n t-g addr add 192.168.122.77/24 dev t-g1
        ip -n t-g link set t-g1 up
        ip -n t-g route add default via 192.168.122.1
        ip netns exec t-g socat TCP-LISTEN:80,fork,reuseaddr SYSTEM:'echo hello' >/dev/null 2>&1 </dev/null &
        echo $! >/run/t-listener
        """
    private static let restart = """
        kill $(pidof libvirtd)
        while pidof libvirtd >/dev/null; do sleep 0.1; done
        libvirtd -d
        # It looks for iptables once, now, and remembers that there is none.
        until virsh net-list >/dev/null 2>&1; do sleep 0.1; done
        """
    /// As libvirt 10.4 and later set up its network on a host with nftables.
    private static let nftables = """
        set -e
        iptables-save >/run/t-rules4
        ip6tables-save >/run/t-rules6
        readlink -f "$(command -v iptables)" >/run/t-iptables
        mount --bind /dev/null "$(cat /run/t-iptables)"
        nft flush ruleset
        nft -f - <<'END'
        table ip libvirt_network {
            chain guest_output {
                ip saddr 192.168.122.0/24 iif "virbr0" counter accept
                iif "virbr0" counter reject
            }
            chain guest_input {
                oif "virbr0" ip daddr 192.168.122.0/24 ct state established,related counter accept
                oif "virbr0" counter reject
            }
            chain guest_cross {
                iif "virbr0" oif "virbr0" counter accept
            }
            chain forward {
                type filter hook forward priority 0; policy accept;
                counter jump guest_cross
                counter jump guest_input
                counter jump guest_output
            }
            chain guest_nat {
                type nat hook postrouting priority 100; policy accept;
                ip saddr 192.168.122.0/24 ip daddr != 192.168.122.0/24 counter masquerade
            }
        }
        END
        """
    private static let end = """
        set -e
        kill "$(cat /run/t-listener)" || true
        ip netns del t-g || true
        virsh destroy t-web || true
        virsh undefine t-web || true
        nft delete table ip libvirt_network || true
        nft delete table ip roost || true
        rm -f /etc/libvirt/hooks/qemu.d/roost-forward
        if [ -s /run/t-iptables ] && umount "$(cat /run/t-iptables)"; then
            iptables-restore </run/t-rules4
            ip6tables-restore </run/t-rules6
        fi
        rm -f /run/t-iptables /run/t-listener /run/t-rules4 /run/t-rules6
        """
}
