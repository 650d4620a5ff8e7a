import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Devices, addresses, ports, bridges and mending through the built server, on a host that the server reaches by ssh.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct RemoteVerbsTests {
    @Test(.labLimit) func whatABranchOfficeNeedsIsDoneThroughAServer() async throws {
        try await LabSlots.others.occupied {
            try await LabHosts.owned { hosts in
                try await LabClient.run { client in
                    try await client.succeeding("host", "add", "far", hosts[0].name)
                    try await TestConsole.run(settings: "hosts: [far]", environment: client.environment) { console in
                        let run = try await RemoteVerbsRun(console: console, client: client, host: hosts[0])
                        var trouble: (any Error)?
                        do {
                            try await run.devicesComeAndGo()
                            try await run.addressesAndPortsAreKept()
                            try await run.networksAreMadeAndDeleted()
                            try await run.theHostIsMended()
                            try await run.aBridgeIsMadeAndDeleted()
                        } catch {
                            trouble = error
                        }
                        await run.cleanUp()
                        if let trouble { throw trouble }
                    }
                }
            }
        }
    }
}

private struct RemoteVerbsRun {
    private let host: LabHost
    private let client: LabClient
    private let environment: [String: String]
    private static let machine = "t-verbs"
    private static let disc = "/var/lib/libvirt/images/t-verbs.iso"

    init(console: TestConsole, client: LabClient, host: LabHost) async throws {
        (self.host, self.client) = (host, client)
        let person = try await console.person(in: "admin")
        let session = try await console.logIn(person).session
        let password = String(decoding: try JSONEncoder().encode(["password": console.password]), as: UTF8.self)
        let elevated = try await console.curl("/api/v1/session/elevation", session, body: password)
        try #require(elevated.status == 200, "\(elevated)")
        let made = try await console.curl(
            "/api/v1/tokens", session, body: #"{"name":"verbs","role":"administrator"}"#)
        let fingerprint = try #require(console.logText.firstMatch(of: /([0-9A-F]{2}:){31}[0-9A-F]{2}/)).output.0
        environment = [
            // Of somebody who knows nothing of the host but by the server.
            "XDG_CONFIG_HOME": "\(console.directory)/settings", "ROOST_SERVER": console.address,
            "ROOST_TOKEN": try #require(made.text("secret"), "\(made)"), "ROOST_FINGERPRINT": String(fingerprint),
        ]
        try await console.wait("the host") { try await roost("host", "show", "far").succeeded }
    }

    private func roost(_ arguments: String...) async throws -> RunResult {
        try await Program.roost.run(arguments, environment: environment)
    }

    @discardableResult
    private func done(_ arguments: String...) async throws -> RunResult {
        let result = try await Program.roost.run(arguments, environment: environment)
        guard result.succeeded else { throw LabError(what: "roost \(arguments.joined(separator: " ")): \(result)") }
        return result
    }

    /// The same by the host itself.
    private func same(_ arguments: String...) async throws {
        var last = ""
        // A machine that is asked something else at that moment tells no sizes of its disks.
        for _ in 0..<5 {
            let through = try await Program.roost.run(arguments, environment: environment)
            let direct = try await client.roost(arguments + ["--host", "far"])
            if through.output == direct.output, through.errors == direct.errors, through.code == direct.code { return }
            last = "\(through) \(direct)"
        }
        Issue.record("\(arguments): \(last)")
    }

    func devicesComeAndGo() async throws {
        let machine = Self.machine
        // It boots nothing, and is there at once.
        try await done(
            "create", machine, "--import", "--disk", "size=1", "--disk", "device=cdrom", "--memory", "128",
            "--network", "default", "--noautoconsole")
        let attached = try await done("disk", "attach", machine, "size=1,serial=data1")
        #expect(attached.errors.contains("\(machine): vdb attached, now and at every later start"), "\(attached)")
        let image = String(try #require(attached.errors.firstMatch(of: /Made (\S+)/), "\(attached)").1)
        try await done("disk", "resize", machine, "vdb", "+512M")
        try await done("disk", "set", machine, "vdb", "total_iops_sec=500,cache=none")
        try await done("nic", "attach", machine, "network=default,mac=52:54:00:fe:00:09")
        try await done("nic", "set", machine, "52:54:00:fe:00:09", "link=down")
        try await same("disk", "list", machine)
        try await same("disk", "list", machine, "--format", "json")
        try await same("nic", "list", machine, "--format", "yaml")

        let press =
            "mkdir -p /tmp/t-verbs && echo >/tmp/t-verbs/word && xorriso -as mkisofs -quiet -o \(Self.disc) /tmp/t-verbs"
        try await host.succeeding("sh", "-c", press)
        let inserted = try await done("cdrom", "insert", machine, Self.disc)
        #expect(inserted.errors.contains("has \(Self.disc), now and at every later start"), "\(inserted)")
        try await same("cdrom", "insert", machine, Self.disc)
        try await same("cdrom", "list", machine)
        try await done("cdrom", "eject", machine)
        for wrong in [
            ["disk", "attach", machine, "size=oops"], ["disk", "attach", machine, "path=relative.img"],
            ["disk", "detach", machine, "vdz"], ["disk", "resize", machine, "vdb", "1M"],
            ["nic", "set", machine, "52:54:00:00:00:00", "link=up"], ["cdrom", "insert", machine, "/nowhere.iso"],
        ] {
            let (through, direct) = (
                try await Program.roost.run(wrong, environment: environment),
                try await client.roost(wrong + ["--host", "far"])
            )
            #expect(!through.succeeded && through.errors == direct.errors && through.code == direct.code, "\(wrong)")
        }
        let dry = try await done("nic", "attach", machine, "network=default", "--dry-run")
        #expect(
            dry.output.contains("<interface type=\"network\">") || dry.output.contains("<interface type='network'>"))

        // Nothing in it answers, so the card goes with the next start.
        let held = try await roost("nic", "detach", machine, "52:54:00:fe:00:09", "--timeout", "1")
        #expect(held.failed(.timeout) && held.errors.contains("the next start comes without it"), "\(held)")
        try await done("destroy", machine)
        let unasked = try await roost("disk", "detach", machine, "vdb", "--delete")
        #expect(unasked.failed(.usage) && unasked.errors.contains("--yes"), "\(unasked)")
        let shrunk = try await roost("disk", "resize", machine, "vdb", "1G", "--shrink")
        #expect(shrunk.failed(.usage) && shrunk.errors.contains("Shrink vdb"), "\(shrunk)")
        try await done("disk", "resize", machine, "vdb", "1G", "--shrink", "--yes")
        let gone = try await done("disk", "detach", machine, "vdb", "--delete", "--yes", "--format", "json")
        #expect(gone.output.contains(image), "\(gone)")
        #expect(try await !host.succeeding("virsh", "dumpxml", machine).contains("vdb"))
        #expect(try await !host.run("ls", image).succeeded)
    }

    func addressesAndPortsAreKept() async throws {
        let machine = Self.machine
        let kept = try await done("net", "reserve", machine, "192.168.122.77")
        #expect(kept.errors.contains("Network default keeps 192.168.122.77 for \(machine)"), "\(kept)")
        try await same("net", "reserve", machine, "192.168.122.1")
        try await same("net", "reserve", machine, "fd00::5")
        let led = try await done("net", "forward", machine, "8080:80", "9090:9/udp")
        #expect(
            led.errors.contains("Port 8080/tcp of far leads to \(machine), 192.168.122.77:80"), "\(led)")
        for list in [
            ["net", "forward"], ["net", "forward", machine], ["net", "leases"], ["net", "leases", "nowhere"],
        ] {
            let through = try await Program.roost.run(list + ["--format", "json"], environment: environment)
            let direct = try await client.roost(list + ["--format", "json", "--host", "far"])
            #expect(through.output == direct.output && through.code == direct.code, "\(list): \(through) \(direct)")
        }
        try await done("start", machine)
        let rules = { try await host.succeeding("iptables", "-t", "nat", "-S").split(separator: "\n") }
        #expect(try await rules().contains { $0.contains("-A ROOST-DNAT") && $0.contains("8080") })
        try await host.succeeding("iptables", "-t", "nat", "-F", "ROOST-DNAT")
        let applied = try await done("net", "forward", "--apply")
        #expect(applied.errors.contains("Forwards of 1 machine are in force on far"), "\(applied)")
        #expect(try await rules().contains { $0.contains("-A ROOST-DNAT") && $0.contains("8080") })
        let back = try await done("net", "forward", machine, "--remove", "8080:80", "9090:9/udp")
        #expect(back.errors.contains("Port 9090/udp of far no longer leads to \(machine)"), "\(back)")
        #expect(try await !rules().contains { $0.contains("-A ROOST-DNAT") })
        let free = try await done("net", "reserve", machine, "--remove")
        #expect(free.errors.contains("no longer keeps 192.168.122.77"), "\(free)")
    }

    func networksAreMadeAndDeleted() async throws {
        let made = try await done("net", "create", "t-verbs", "--subnet", "10.232.7.0/24", "--domain", "t.example")
        #expect(made.errors.contains("Created network t-verbs: nat, 10.232.7.1/24"), "\(made)")
        try await same("net", "create", "t-verbs2", "--subnet", "10.232.7.128/25")
        try await same("net", "create", "t-verbs2", "--dry-run", "--subnet", "10.232.8.0/24")
        let edited = try await done("net", "edit", "t-verbs", "--dns-name", "db.t.example=10.232.7.5", "--mtu", "1400")
        #expect(edited.errors.contains("t-verbs, at its next start: MTU 1400"), "\(edited)")
        try await done("net", "autostart", "t-verbs", "--disable")
        try await same("net", "show", "t-verbs")
        let used = try await roost("net", "delete", "default", "--yes")
        #expect(used.failed(.state) && used.errors.contains("\(Self.machine) runs and uses it"), "\(used)")
        try await done("net", "delete", "t-verbs", "--yes")
        #expect(try await !host.run("virsh", "net-info", "t-verbs").succeeded)
    }

    func theHostIsMended() async throws {
        try await host.succeeding("virsh", "net-autostart", "default", "--disable")
        let seen = try await roost("host", "check", "far")
        #expect(seen.output.hasPrefix("far: ") && seen.output.contains("--fix"), "\(seen)")
        let mended = try await roost("host", "check", "far", "--fix", "--yes")
        #expect(mended.errors.contains("Start the network default together with the host …"), "\(mended)")
        #expect(try await host.succeeding("virsh", "net-info", "default").contains(/Autostart: +yes/))
    }

    func aBridgeIsMadeAndDeleted() async throws {
        let plan = try await done("host", "bridge", "create", "br0", "--nic", "eth0", "far", "--dry-run")
        let direct = try await client.succeeding("host", "bridge", "create", "br0", "--nic", "eth0", "far", "--dry-run")
        #expect(plan.output == direct.output)
        // By a person's own word.
        let made = try await done("host", "bridge", "create", "br0", "--nic", "eth0", "far", "--yes", "--manual")
        #expect(made.errors.contains("roost host bridge confirm br0 --host far"), "\(made)")
        try await done("host", "bridge", "confirm", "far/br0")
        #expect(try await host.succeeding("ip", "-o", "-4", "addr", "show", "br0").contains("\(try host.address)/"))
        try await same("host", "bridge", "list")
        // By a connection that is tried, as when one is made so.
        let gone = try await done("host", "bridge", "delete", "far/br0", "--yes")
        #expect(gone.errors.contains("Deleted br0 of far"), "\(gone)")
        #expect(try await host.succeeding("ip", "-o", "-4", "addr", "show", "eth0").contains("\(try host.address)/"))
    }

    /// Whatever is left, as far as it is.
    func cleanUp() async {
        let script = """
            virsh destroy t-verbs; virsh undefine t-verbs --nvram; virsh net-destroy t-verbs; virsh net-undefine t-verbs
            virsh net-autostart default
            rm -f /var/lib/libvirt/images/t-verbs*.qcow2 \(Self.disc) /etc/libvirt/hooks/qemu.d/roost-forward
            virsh pool-refresh default
            """
        _ = try? await host.run("sh", "-c", script)
    }
}
