import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `roost serve` as the service that systemd starts by the unit that it prints: on a lab host that a real systemd has started.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct ServiceTests {
    @Test(.labLimit) func inTheUnitsSandboxItSeesAndChangesTheHostAsRootDoes() async throws {
        try await LabHosts.owned { hosts in
            let service = ConsoleService(host: hosts[0])
            try await service.host.boot()
            try await service.install()
            var trouble: (any Error)?
            do {
                try await look(service)
            } catch {
                trouble = LabError(what: "\(error)\n\(try await service.log)")
            }
            try await service.remove()
            if let trouble { throw trouble }
        }
    }

    private func look(_ service: ConsoleService) async throws {
        try await service.start()
        #expect(try await service.listening == "*:9090")
        try await service.logIn()

        let there = try JSONDecoder().decode(
            Checkup.self, from: Data(try await service.host.succeeding("sh", "-c", service.check).utf8))
        let seen = try JSONDecoder().decode(Checkup.self, from: Data(try await service.get("/hosts/system/check").utf8))
        #expect(seen.lines.symmetricDifference(there.lines) == [])
        #expect(seen.lines.contains("software.qemu ok") && seen.lines.count > 20)

        // Only outside of the sandbox can a bridge be made, and files of the host be written.
        let started = try await service.makeBridge()
        #expect(started.contains("\"operation\""), "\(started)")
        try await service.wait("the bridge") { try await service.host.run("ip", "link", "show", "t-svc").succeeded }
        try await service.wait("its end") { try await !service.host.run("ip", "link", "show", "t-svc").succeeded }

        let log = try await service.log
        #expect(!log.contains("Failed to"), "\(log)")
        // Where nothing has an address of IPv6, glibc knows none to listen on.
        try await service.host.succeeding("sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1")
        try await service.host.succeeding("systemctl", "restart", "roost")
        try await service.wait("IPv4") { try await service.listening == "0.0.0.0:9090" }
        try await service.host.succeeding("sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=0")
        #expect(try await service.host.succeeding("systemctl", "is-active", "roost") == "active\n")
    }
}

private struct Checkup: Decodable {
    struct Finding: Decodable {
        let id: String
        let state: String
    }

    let findings: [Finding]

    var lines: Set<String> { Set(findings.map { "\($0.id) \($0.state)" }) }
}
