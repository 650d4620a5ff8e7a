import RoostCore
import Testing

/// Networks of the host's own libvirt, by the built program.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct NetworkTests {
    @Test(.labLimit) func aNetworkIsMadeChangedAndDeleted() async throws {
        try await Lab.run(.others) { lab in
            let name = lab.prefix + "net"
            lab.atEnd("the network \(name)") {
                _ = try await Program.named("virsh").run(["net-destroy", name])
                _ = try await Program.named("virsh").run(["net-undefine", name])
            }
            let made = try await lab.roost("net", "create", name, "--ipv6", "auto", "--domain", "t.example")
            try #require(made.succeeded, "\(made)")
            let shown = try await Program.named("virsh").run(["net-dumpxml", name])
            let subnet = try #require(shown.output.firstMatch(of: /<ip address='(192\.168\.\d+)\.1'/)).1
            let addresses = try await Program.named("ip").run(["-o", "addr", "show"])
            #expect(addresses.output.contains("\(subnet).1/24"), "\(addresses)")

            // What is in use is refused: by a network, and by the host itself.
            for (taken, reason) in [("\(subnet).128/25", "network \(name)"), ("192.168.122.0/24", "network default")] {
                let refused = try await lab.roost("net", "create", "\(name)2", "--subnet", taken)
                #expect(refused.failed(.exists) && refused.errors.contains(reason), "\(refused)")
            }
            let route = "10.231.\(Int.random(in: 0...255)).0/24"
            let link = "td\(lab.prefix.dropFirst(2).dropLast())"
            lab.atEnd("the link \(link)") { _ = try await Program.named("ip").run(["link", "delete", link]) }
            for words in [
                ["link", "add", link, "type", "bridge"], ["link", "set", link, "up"],
                ["route", "add", route, "dev", link],
            ] {
                let done = try await Program.named("ip").run(words)
                try #require(done.succeeded, "\(done)")
            }
            let refused = try await lab.roost("net", "create", "\(name)2", "--subnet", route)
            #expect(refused.failed(.exists) && refused.errors.contains("a route of the host (\(link))"), "\(refused)")

            // Of the running dnsmasq, at once.
            let edited = try await lab.roost(
                "net", "edit", name, "--dhcp", "\(subnet).100-150", "--dns-name", "db.t.example=\(subnet).5", "--mtu",
                "1400")
            #expect(edited.errors.contains("now: DHCP \(subnet).100-\(subnet).150"), "\(edited)")
            #expect(edited.errors.contains("next start: MTU 1400"), "\(edited)")
            let hosts = try await Program.named("cat").run(["/var/lib/libvirt/dnsmasq/\(name).addnhosts"])
            #expect(hosts.output.contains("db.t.example"), "\(hosts)")

            // A machine's address: kept, listed, refused to another, given free.
            let (machine, other) = (try await lab.bareMachine(), try await lab.bareMachine("other"))
            let card = "<interface type='network'><source network='\(name)'/></interface>"
            for each in [machine, other] {
                let attached = try await Program.named("sh").run([
                    "-c", "printf %s \"$1\" | virsh attach-device \"$2\" /dev/stdin --config", "sh", card, each,
                ])
                try #require(attached.succeeded, "\(attached)")
            }
            #expect(try await lab.roost("net", "reserve", machine, "\(subnet).20").succeeded)
            for (address, kind) in [
                ("\(subnet).1", FailureKind.usage), ("10.9.9.9", .usage), ("\(subnet).255", .usage),
                ("fd00::5", .unsupported),
            ] {
                let wrong = try await lab.roost("net", "reserve", machine, address)
                #expect(wrong.failed(kind), "\(address): \(wrong)")
            }
            #expect(try await lab.roost("net", "reserve", machine, "\(subnet).21").succeeded)
            let denied = try await lab.roost("net", "reserve", other, "\(subnet).21")
            #expect(
                denied.failed(.exists) && denied.errors.contains("kept for") && denied.errors.contains(machine),
                "\(denied)")
            let now = try await Program.named("virsh").run(["net-dumpxml", name])
            let later = try await Program.named("virsh").run(["net-dumpxml", name, "--inactive"])
            for xml in [now.output, later.output] {
                #expect(xml.contains("ip='\(subnet).21'") && !xml.contains("ip='\(subnet).20'"), "\(xml)")
            }
            #expect(try await lab.roost("net", "reserve", machine, "--remove").succeeded)
            #expect(try await lab.roost("net", "reserve", other, "\(subnet).21").succeeded)
            #expect(try await lab.roost("net", "reserve", other, "--remove").succeeded)

            // While a machine runs in it, only by force.
            #expect(try await lab.roost("start", machine).succeeded)
            let used = try await lab.roost("net", "delete", name, "--yes")
            #expect(used.failed(.state) && used.errors.contains(machine), "\(used)")
            let forced = try await lab.roost("net", "delete", name, "--yes", "--force")
            #expect(forced.succeeded && forced.errors.contains("lose their link: \(machine)"), "\(forced)")
            #expect(try await !Program.named("virsh").run(["net-info", name]).succeeded)
        }
    }
}
