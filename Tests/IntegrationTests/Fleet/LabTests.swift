import Libvirt
import SystemPackage
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the tests of hosts stand on: that the lab's hosts are what they seem.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct LabTests {
    @Test(.labLimit)
    func everyHostIsAComputerOfItsOwn() async throws {
        try await LabHosts.owned(2) { hosts in
            var seen: [String: Set<String>] = [:]
            for host in hosts {
                #expect(try await host.succeeding("virsh", "hostname") == "\(host.name)\n\n")
                for question in [
                    "virsh capabilities | grep -m 1 uuid", "ip -4 address show eth0", "readlink /proc/self/ns/pid",
                ] {
                    let answer = try await host.run("sh", "-c", question)
                    #expect(seen[question, default: []].insert(answer.output).inserted, "\(question): \(answer)")
                }
                #expect(try await host.succeeding("virsh", "net-list", "--name").contains("default"))
                #expect(try await host.succeeding("virsh", "pool-list", "--name").contains("default"))
            }
            let xml = "<domain type='qemu'><name>only</name><memory>65536</memory><os><type>hvm</type></os></domain>"
            try await hosts[0].succeeding("sh", "-c", "echo \"\(xml)\" | virsh define /dev/stdin")
            #expect(try await hosts[0].succeeding("virsh", "list", "--all", "--name").contains("only"))
            #expect(try await !hosts[1].succeeding("virsh", "list", "--all", "--name").contains("only"))
            try await hosts[0].succeeding("virsh", "undefine", "only")
        }
    }

    @Test(.labLimit)
    func usersComeInAsTheyShould() async throws {
        try await LabClient.run { client in
            let host = LabHosts.common.name
            let look = "virsh --connect qemu:///system uri"
            for user in ["root", "operator", "walled"] {
                let result = try await client.ssh("\(user)@\(host)", look)
                #expect(result.output.contains("qemu:///system"), "\(user): \(result)")
            }
            let outsider = try await client.ssh("outsider@\(host)", look)
            #expect(outsider.errors.contains("Permission denied"), "\(outsider)")
            let typist = try await client.ssh("typist@\(host)", "true", environment: ["SSH_ASKPASS": "/bin/false"])
            #expect(typist.code == 255, "\(typist)")
        }
    }

    @Test(.labLimit)
    func aLoginIsCountedOnceAndAHostIsClearedOfIt() async throws {
        try await LabHosts.owned { hosts in
            try await LabClient.run { client in
                let host = hosts[0]
                let (before, running) = (try host.logins, try host.processes)
                for _ in 1...3 { #expect(try await client.ssh(host.name, "true").succeeded) }
                #expect(try host.logins - before == 3)
                while try !Set(host.processes).isSubset(of: running) { try await Task.sleep(for: .milliseconds(50)) }
            }
        }
    }

    @Test(.labLimit)
    func aCableADaemonAndSSHDCanFailAndComeBack() async throws {
        try await LabHosts.owned { hosts in
            try await LabClient.run { client in
                let host = hosts[0]
                try await host.cut()
                let cut = try await LabHosts.ssh.run(
                    ["-n", "-o", "ConnectTimeout=2", host.name, "true"], environment: client.environment)
                #expect(cut.code == 255, "\(cut)")
                try await host.mend()
                let back = try await client.ssh(host.name, "true")
                #expect(back.succeeded, "\(back)")

                try await host.freeze()
                let frozen = try await host.run("timeout", "2", "virsh", "list")
                #expect(frozen.code == 124, "\(frozen)")
                try await host.thaw()
                try await host.succeeding("virsh", "list")

                try await host.killSSHD()
                let refused = try await client.ssh(host.name, "true")
                #expect(refused.errors.contains("Connection refused"), "\(refused)")
                try await host.startSSHD()
                let again = try await client.ssh(host.name, "true")
                #expect(again.succeeded, "\(again)")
            }
        }
    }

    @Test(.labLimit)
    func aGuestBootsInAHostAndGetsALease() async throws {
        try await LabSlots.guests.occupied {
            try await LabHosts.owned { hosts in
                let host = hosts[0]
                let image = try await TestImage.shared.path
                let disk = "\(Lab.imageDirectory)/t-guest.qcow2"
                try await host.succeeding("qemu-img", "create", "-q", "-f", "qcow2", "-b", image, "-F", "qcow2", disk)
                let xml = Lab.domainXML("t-guest", memory: 384, disk: disk)
                try await host.succeeding("sh", "-c", "printf %s \"$1\" | virsh create /dev/stdin", "sh", xml)
                // The test's time limit ends it.
                while try await !host.succeeding("virsh", "domifaddr", "t-guest").contains("192.168.122.") {
                    try await Task.sleep(for: .seconds(1))
                }
                #expect(try host.processes.contains { $0.command.contains("guest=t-guest") })
                #expect(try await host.succeeding("virsh", "domstats", "--cpu-total").contains("cpu.time="))
                try await host.succeeding("virsh", "destroy", "t-guest")
                try await host.succeeding("rm", disk)
            }
        }
    }

    /// Asks the kernel where it would send a packet that comes from a host.
    @Test(.labLimit)
    func nothingGoesOnIntoTheWorld() async throws {
        let address = try LabHosts.common.address
        let bridge = "rlab-\(LabHosts.labName)"
        let route = try await Program.named("ip").run(
            ["route", "get", "1.1.1.1", "from", address, "iif", bridge])
        #expect(!route.succeeded && route.errors.contains("unreachable"), "\(route)")
        let inside = try await LabHosts.common.run("ip", "route", "get", "1.1.1.1")
        #expect(inside.errors.contains("unreachable"), "\(inside)")
    }

    /// With a lab of its own, a machine running in it, and its first process killed before it could note its number.
    @Test(.labLimit)
    func nothingIsLeftOfALabThatIsTakenDown() async throws {
        let name = "t\(String(UInt32.random(in: 0...0xFFFFFF), radix: 16))"
        let environment = ["ROOST_LAB_NAME": name]
        do {
            let up = try await LabHosts.script.run(["up", "2"], environment: environment)
            #expect(up.succeeded && up.output.contains("/run/roost-lab-\(name)/bin"), "\(up)")
            let xml = "<domain type='qemu'><name>on</name><memory>65536</memory><os><type>hvm</type></os></domain>"
            let on = try await LabHosts.script.run(
                ["exec", "lab1", "sh", "-c", "echo \"\(xml)\" | virsh create /dev/stdin"], environment: environment)
            #expect(on.succeeded, "\(on)")
            #expect(try await Self.traces(of: name).count > 10)
            try FileManager.default.removeItem(atPath: "/run/roost-lab-\(name)/hosts/lab2/pid")
            let down = try await LabHosts.script.run(["down"], environment: environment)
            #expect(down.succeeded && down.errors.isEmpty, "\(down)")
            #expect(try await Self.traces(of: name) == [])
        } catch {
            _ = try await LabHosts.script.run(["down"], environment: environment)
            throw error
        }
    }

    @Test(.labLimit)
    func withoutRootItRefuses() async throws {
        let result = try await Program.named("setpriv").run(
            ["--reuid=65534", "--regid=65534", "--clear-groups", "--", "bash", LabHosts.scriptPath.string, "up", "1"])
        #expect(result.code == 1 && result.errors.hasPrefix("error: the lab needs root"), "\(result)")
    }

    /// What on this computer has the lab's name: processes, links, addresses, rules, mounts, control groups, files.
    private static func traces(of name: String) async throws -> [String] {
        let look = """
            name=$1
            for file in /proc/[0-9]*/cmdline; do tr '\\0' ' ' <"$file" 2>/dev/null | grep -F "roost-lab-$name " | grep -v traces; done
            for file in /proc/[0-9]*/mounts; do cat "$file" 2>/dev/null; done | grep -F "roost-lab/$name" | sort -u
            ip -o link show | grep -E "rlab-$name|rl-$name-"
            ip rule show | grep -F "rlab-$name"
            ip netns list
            find /sys/fs/cgroup /run /var/lib -xdev -path "*roost-lab*$name*"
            find /sys/fs/cgroup -path "*roost-lab-$name*"
            true
            """
        let found = try await Program.named("bash").run(["-c", look, "traces", name])
        guard found.succeeded else { throw LabError(what: "\(found)") }
        return found.output.split(separator: "\n").map(String.init)
    }
}
