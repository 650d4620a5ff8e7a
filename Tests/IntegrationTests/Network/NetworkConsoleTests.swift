import RoostCore
import Testing

/// Networks that are made, changed and deleted through the built server, and what dnsmasq and libvirt make of it.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct NetworkConsoleTests {
    @Test(.labLimit) func aNetworkIsMadeServedChangedAndDeleted() async throws {
        try await LabHosts.owned { hosts in
            let host = hosts[0]
            try await LabClient.run { client in
                try await client.succeeding("host", "add", "far", host.name)
                try await TestConsole.run(settings: "hosts: [far]", environment: client.environment) { console in
                    let session = try await console.administrator()
                    try await console.wait("the host") {
                        try await console.curl("/api/v1/hosts/far", session).body.contains(#""state":"connected""#)
                    }
                    let run = NetworkConsoleRun(console: console, session: session, host: host)
                    let result: Result<Void, any Error>
                    do {
                        result = .success(try await run.all())
                    } catch {
                        result = .failure(error)
                    }
                    // A test that ran out of time is cancelled, and a cancelled task starts no programs.
                    await Task { await run.cleanUp() }.value
                    try result.get()
                }
            }
        }
    }
}

private struct NetworkConsoleRun {
    let console: TestConsole
    let session: [String]
    let host: LabHost

    private let place = "/api/v1/hosts/far/networks"
    private let machine = "52:54:00:7e:57:01"

    func all() async throws {
        try await refused()
        try await made()
        try await served("52:54:00:7e:57:02", within: 100...120)
        try await changed()
        try await served("52:54:00:7e:57:03", within: 150...160)
        try await reserved()
        try await served(machine, within: 77...77)
        try await deleted()
    }

    private func refused() async throws {
        for way in ["", "/plan"] {
            let answer = try await post(way, #"{"name":"t-net","subnet":"192.168.122.128/25"}"#)
            #expect(
                answer.status == 409
                    && answer.body.contains("192.168.122.128/25 overlaps 192.168.122.0/24 of network default")
                    && answer.body.contains("--subnet "), "\(answer)")
        }
        #expect(try await !host.run("virsh", "net-info", "t-net").succeeded)
    }

    private func made() async throws {
        let order = """
            {"name":"t-net","subnet":"10.77.0.0/24","dhcp":"10.77.0.100-120","ipv6":"fd77:1:2:3::/64",\
            "domain":"t.example","dnsNames":["db,db.t.example=10.77.0.5"],"portGroups":["staff,default=yes"]}
            """
        let plan = try await post("/plan", order)
        #expect(plan.status == 200 && plan.body.contains(#""first":"10.77.0.100""#), "\(plan)")
        #expect(try await !host.run("virsh", "net-info", "t-net").succeeded)
        let answer = try await post("", order)
        try #require(answer.status == 201, "\(answer)")
        let xml = try await host.succeeding("virsh", "net-dumpxml", "t-net")
        for part in [
            "<range start='10.77.0.100' end='10.77.0.120'/>", "address='fd77:1:2:3::1'", "<domain name='t.example'/>",
            "<hostname>db.t.example</hostname>", "<portgroup name='staff' default='yes'>",
        ] {
            #expect(xml.contains(part), "\(part): \(xml)")
        }
        // A guest's place in it.
        try await host.succeeding("sh", "-c", Self.plug)
    }

    /// What a guest with that card gets of dnsmasq: an address, names, and what the router announces for IPv6.
    private func served(_ mac: String, within last: ClosedRange<Int>) async throws {
        let answer = try await host.run("sh", "-c", Self.ask, "sh", mac)
        let address = answer.output.firstMatch(of: /DHCPACK of 10\.77\.0\.(\d+) from 10\.77\.0\.1/)
        let number = address.flatMap { Int($0.1) }
        #expect(number.map(last.contains) == true, "\(answer)")
        #expect(answer.output.contains("10.77.0.5"), "\(answer)")
        #expect(answer.output.contains("inet6 fd77:1:2:3:"), "\(answer)")
    }

    private func changed() async throws {
        let overlap = try await patch(#"{"subnet":"192.168.122.0/26"}"#)
        #expect(overlap.status == 409 && overlap.body.contains("of network default"), "\(overlap)")
        let report = try await patch(
            #"{"dhcp":"10.77.0.150-160","removedDNSNames":["db"],"dnsNames":["web.t.example=10.77.0.6"],"mtu":1400}"#)
        #expect(report.status == 200 && report.body.contains(#""atNextStart":["MTU 1400"]"#), "\(report)")
        for part in ["DHCP 10.77.0.150-10.77.0.160", "DNS no longer knows db", "DNS knows web.t.example as 10.77.0.6"] {
            #expect(report.body.contains(part), "\(part): \(report)")
        }
        let files = try await host.succeeding("sh", "-c", "cat /var/lib/libvirt/dnsmasq/t-net.addnhosts")
        #expect(files.contains("web.t.example") && files.contains("db.t.example"), "\(files)")
        // What waits stands beside what is, until then.
        #expect(try await waits())
        for action in ["stop", "start"] {
            let done = try await ask("POST", "/t-net/actions/\(action)")
            #expect(done.status == 204, "\(done)")
        }
        #expect(try await !waits())
        #expect(try await host.succeeding("virsh", "net-dumpxml", "t-net").contains("<mtu size='1400'/>"))
        try await host.succeeding("sh", "-c", Self.replug)
    }

    private func waits() async throws -> Bool {
        let answer = try await ask("GET", "/t-net")
        try #require(answer.status == 200, "\(answer)")
        return answer.body.contains(#""next":{"#)
    }

    private func reserved() async throws {
        let text = """
            <domain type='qemu'><name>t-web</name><memory unit='MiB'>32</memory><os><type>hvm</type></os><devices>
            <interface type='network'><mac address='\(machine)'/><source network='t-net'/></interface></devices></domain>
            """
        try await host.succeeding("sh", "-c", #"printf %s "$1" | virsh define /dev/stdin"#, "sh", text)
        let uuid = try await host.succeeding("virsh", "domuuid", "t-web").filter { !$0.isWhitespace }
        var kept = ConsoleAnswer("", errors: "")
        try await console.wait("the machine") {
            kept = try await console.curl(
                "/api/v1/hosts/far/machines/\(uuid)/reservation", session + ["--request", "PUT"],
                body: #"{"address":"10.77.0.77","network":"t-net"}"#)
            return kept.status != 404
        }
        #expect(kept.status == 200, "\(kept)")
    }

    private func deleted() async throws {
        let plan = try await ask("GET", "/t-net/deletion")
        let tag = try #require(plan.header("ETag"), "\(plan)")
        #expect(plan.body.contains(#""machine":"t-web""#), "\(plan)")
        let done = try await ask("DELETE", "/t-net", ["--header", "If-Match: \(tag)"])
        #expect(done.status == 204, "\(done)")
        #expect(try await !host.run("virsh", "net-info", "t-net").succeeded)
    }

    func cleanUp() async {
        do {
            try await host.succeeding("sh", "-c", Self.end)
        } catch {
            Issue.record(error, "the network t-net is left over")
        }
    }

    private func ask(_ method: String, _ path: String, _ more: [String] = []) async throws -> ConsoleAnswer {
        try await console.curl(place + path, session + ["--request", method] + more)
    }

    private func post(_ path: String, _ body: String) async throws -> ConsoleAnswer {
        try await console.curl(place + path, session, body: body)
    }

    private func patch(_ body: String) async throws -> ConsoleAnswer {
        try await console.curl(place + "/t-net", session + ["--request", "PATCH"], body: body)
    }

    private static let plug = """
        set -e
        ip netns add t-c
        mkdir -p /etc/netns/t-c
        echo 'nameserver 10.77.0.1' >/etc/netns/t-c/resolv.conf
        ip link add t-c0 type veth peer name t-c1 netns t-c
        \(replug)
        """
    /// A bridge that looks for loops lets a new port through after seconds only.
    private static let replug = #"""
        bridge=$(virsh net-info t-net | sed -n 's/^Bridge: *//p')
        ip link set "$bridge" type bridge stp_state 0
        ip link set t-c0 master "$bridge" up
        """#
    /// dhclient tells what it gets, and leaves the address to this.
    private static let ask = #"""
        in_guest() { ip netns exec t-c "$@"; }
        ip -n t-c addr flush dev t-c1
        ip -n t-c link set t-c1 down
        ip -n t-c link set t-c1 address "$1" up
        rm -f /run/t-leases
        in_guest timeout 40 dhclient -4 -1 -v -sf /bin/true -lf /run/t-leases -pf /run/t-dhclient t-c1 2>&1
        ip netns pids t-c | xargs -r kill
        ip -n t-c addr add 10.77.0.9/24 dev t-c1
        in_guest timeout 10 getent ahostsv4 db.t.example
        for i in $(seq 50); do
            in_guest ip -o -6 addr show dev t-c1 scope global -tentative | grep inet6 && break
            sleep 0.2
        done
        """#
    private static let end = """
        ip netns pids t-c | xargs -r kill
        ip link del t-c0
        ip netns del t-c
        rm -rf /etc/netns/t-c /run/t-leases /run/t-dhclient
        virsh undefine t-web
        virsh net-destroy t-net
        virsh net-undefine t-net
        true
        """
}
