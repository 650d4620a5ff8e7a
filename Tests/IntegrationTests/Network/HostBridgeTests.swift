import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Bridges of hosts that are reached by nothing but the card that is put into them, and guests that are seen from other hosts.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct HostBridgeTests {
    /// Where the card's address is now.
    private func device(of address: String, on host: LabHost) async throws -> String {
        let lines = try await host.succeeding("ip", "-o", "-4", "addr", "show").split(separator: "\n")
        return lines.first { $0.contains(" \(address)/24 ") }?.split(separator: " ").dropFirst().first.map(String.init)
            ?? "none"
    }

    private func state(_ host: LabHost) async throws -> String {
        try await host.run("cat", "/run/roost-bridge/br0/state").output.filter { !$0.isWhitespace }
    }

    /// The test's time limit ends it.
    private func wait(for state: String, on host: LabHost) async throws {
        while try await self.state(host) != state { try await Task.sleep(for: .milliseconds(500)) }
    }

    /// Two seconds are a person's patience here: a cut comes while nothing is confirmed yet.
    @Test(.labLimit) func aHostThatIsCutOffComesBackByItself() async throws {
        try await LabHosts.owned { hosts in
            let host = hosts[0]
            let address = try host.address
            try await LabClient.run { client in
                try await client.succeeding("host", "add", "far", host.name)
                let plan = try await client.succeeding(
                    "host", "bridge", "create", "br0", "--nic", "eth0", "far", "--dry-run")
                #expect(plan.output.contains("moves:  \(address)/24"), "\(plan)")
                #expect(try await device(of: address, on: host) == "eth0")

                // Made, never confirmed, and nobody can reach it.
                try await client.succeeding(
                    "host", "bridge", "create", "far/br0", "--nic", "eth0", "--timeout", "15", "--manual", "--yes")
                #expect(try await device(of: address, on: host) == "br0")
                try await host.cut()
                try await wait(for: "reverted", on: host)
                #expect(try await device(of: address, on: host) == "eth0")
                #expect(try await !host.run("ip", "link", "show", "br0").succeeded)
                try await host.mend()
                try await client.succeeding("list", "--host", "far")

                // The login that stands goes on, and new ones do not come about: that is no proof.
                let wall = ["-p", "tcp", "--dport", "22", "--syn", "-j", "DROP"]
                try await host.succeeding(
                    "iptables", "-I", "INPUT", wall[0], wall[1], wall[2], wall[3], wall[4], wall[5], wall[6])
                async let walled = client.roost(
                    "host", "bridge", "create", "br0", "--nic", "eth0", "--host", "far", "--timeout", "15", "--yes")
                try await wait(for: "waiting", on: host)
                try await wait(for: "reverted", on: host)
                try await host.succeeding(
                    "iptables", "-D", "INPUT", wall[0], wall[1], wall[2], wall[3], wall[4], wall[5], wall[6])
                let result = try await walled
                #expect(
                    result.failed(.unreachable) && result.errors.contains("the host has taken all of it back"),
                    "\(result)")
                #expect(try await device(of: address, on: host) == "eth0")
                let none = try await client.roost("host", "bridge", "confirm", "br0", "far")
                #expect(none.failed(.state), "\(none)")
            }
        }
    }

    /// One guest for all of it: on the host's bridge with an address of its own, and behind a port of the host.
    @Test(
        .labLimit, .enabled(if: CloudWorld.image != nil, "set ROOST_TEST_CLOUD_IMAGE to a disk with cloud-init"))
    func aGuestIsSeenFromAnotherHostOnTheBridgeAndBehindAPort() async throws {
        try await LabSlots.guests.occupied {
            try await LabHosts.owned(2) { hosts in
                try await LabClient.run { client in
                    try await client.succeeding("host", "add", "far", hosts[0].name)
                    try await theBridgeIsMade(hosts[0], client)
                    try await theGuestIsMade(hosts[0], client)
                    let address = try guestAddress(hosts[0])
                    try await greeting(address, 22, from: hosts[1])
                    try await portsLeadToTheGuest(hosts, client)
                    try await everythingGoes(hosts[0], client)
                }
            }
        }
    }

    private func theBridgeIsMade(_ host: LabHost, _ client: LabClient) async throws {
        let made = try await client.succeeding("host", "bridge", "create", "br0", "--nic", "eth0", "far", "--yes")
        #expect(made.errors.contains("br0 is there on far"), "\(made)")
        #expect(try await device(of: host.address, on: host) == "br0")
        let again = try await client.roost("host", "bridge", "create", "br1", "--nic", "eth0", "far", "--yes")
        #expect(again.failed(.state) && again.errors.contains("a port of br0"), "\(again)")
        let list = try await client.succeeding("host", "bridge", "list", "--host", "far")
        #expect(list.output.contains("the host (by Roost)") && list.output.contains("network default"), "\(list)")
    }

    private func guestAddress(_ host: LabHost) throws -> String {
        // Hosts are .11 and on.
        "\(try host.address.split(separator: ".").dropLast().joined(separator: ".")).200"
    }

    private func theGuestIsMade(_ host: LabHost, _ client: LabClient) async throws {
        let image = "\(Lab.imageDirectory)/t-cloud.qcow2"
        let copied = try await Program.named("cp").run([
            "--sparse=always", CloudWorld.image ?? "", "\(host.images)/t-cloud.qcow2",
        ])
        try #require(copied.succeeded, "\(copied)")
        try await client.succeeding(
            "create", "t-web", "--host", "far", "--image", image, "--memory", "512", "--network", "bridge=br0",
            "--network",
            "network=default", "--ip", "\(try guestAddress(host))/24", "--no-wait")
    }

    /// Waits until a server says something there.
    private func greeting(_ address: String, _ port: Int, from host: LabHost) async throws {
        while true {
            let answer = try await host.run(
                "timeout", "5", "bash", "-c", "exec 3<>/dev/tcp/\(address)/\(port) && head -c 4 <&3")
            if answer.output == "SSH-" { return }
            try await Task.sleep(for: .seconds(2))
        }
    }

    private func rules(_ host: LabHost) async throws -> Int {
        try await host.succeeding("iptables", "-t", "nat", "-S").split(separator: "\n").count {
            $0.contains("-A ROOST-DNAT")
        }
    }

    private func portsLeadToTheGuest(_ hosts: [LabHost], _ client: LabClient) async throws {
        let (host, place) = (hosts[0], try hosts[0].address)
        let made = try await client.succeeding(
            "net", "forward", "far/t-web", "8080:22", "9090:9/udp", "--network", "default")
        #expect(made.errors.contains("Port 8080/tcp of far leads to"), "\(made)")
        try await greeting(place, 8080, from: hosts[1])
        for (port, kind) in [("22:22", FailureKind.exists), ("80:x", .usage), ("10.9.9.9:81:81", .usage)] {
            let refused = try await client.roost("net", "forward", "far/t-web", port, "--network", "default")
            #expect(refused.failed(kind), "\(port): \(refused)")
        }
        let list = try await client.succeeding("net", "forward", "--host", "far")
        #expect(list.output.contains("8080/tcp") && list.output.contains("9090/udp"), "\(list)")

        // A daemon that starts anew finds the hook, and puts back what somebody has flushed.
        try await host.succeeding("iptables", "-t", "nat", "-F", "ROOST-DNAT")
        try await host.succeeding(
            "sh", "-c", "kill $(pidof libvirtd); while pidof libvirtd; do sleep 0.1; done; libvirtd -d")
        while try await rules(host) != 2 { try await Task.sleep(for: .milliseconds(200)) }
        try await greeting(place, 8080, from: hosts[1])
        // When the guest stops its rules go, and they come with it; no booting is needed for that.
        try await host.succeeding("virsh", "destroy", "t-web")
        #expect(try await rules(host) == 0)
        try await host.succeeding("virsh", "start", "t-web")
        while try await rules(host) != 2 { try await Task.sleep(for: .milliseconds(200)) }
        let back = try await client.succeeding("net", "forward", "far/t-web", "9090:9/udp", "--remove")
        #expect(try await rules(host) == 1, "\(back)")
        try await host.succeeding("iptables", "-t", "nat", "-F", "ROOST-DNAT")
        try await client.succeeding("net", "forward", "--apply", "--host", "far")
        #expect(try await rules(host) == 1)
    }

    private func everythingGoes(_ host: LabHost, _ client: LabClient) async throws {
        let used = try await client.roost("host", "bridge", "delete", "far/br0", "--yes")
        #expect(used.failed(.state) && used.errors.contains("plugged in"), "\(used)")
        let gone = try await client.succeeding("delete", "far/t-web", "--force", "--yes")
        #expect(gone.errors.contains("goes:  port 8080/tcp of the host"), "\(gone)")
        #expect(try await rules(host) == 0)
        let network = try await host.succeeding("virsh", "net-dumpxml", "default")
        #expect(!network.contains("<host mac"), "\(network)")
        try await client.succeeding("host", "bridge", "delete", "far/br0", "--yes")
        #expect(try await device(of: host.address, on: host) == "eth0")
        try await host.succeeding(
            "rm", "-f", "/etc/libvirt/hooks/qemu.d/roost-forward", "\(Lab.imageDirectory)/t-cloud.qcow2")
    }
}
