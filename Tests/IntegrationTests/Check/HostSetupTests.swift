import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// From a Debian without libvirt to a host, by its own apt and sshd.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct HostSetupTests {
    private static let uri = "qemu+ssh://fresh/system"

    @Test(.labLimit) func aFreshDebianBecomesAHost() async throws {
        try await LabSlots.others.occupied {
            try await FreshHost.run { host in
                // Without libvirt there is a check all the same.
                let before = try await host.roost("host", "check", Self.uri, "--format", "json")
                #expect(before.failed(.unfit), "\(before)")
                let missing = try Self.states(before)
                #expect(missing["software.qemu"] == .failure && missing["software.libvirt"] == .failure)
                #expect(missing["network.default"] == nil)

                let plan = try await host.roost("host", "setup", Self.uri, "--dry-run")
                #expect(
                    plan.succeeded && plan.output.contains("apt-get install -q -y --no-install-recommends"), "\(plan)")
                // Nobody was asked, and nothing was done.
                let refused = try await host.roost("host", "setup", Self.uri)
                #expect(refused.failed(.usage), "\(refused)")

                let done = try await host.roost("host", "setup", Self.uri, "--yes")
                #expect(done.succeeded && done.errors.contains("is set up"), "\(done)")
                let again = try await host.roost("host", "setup", Self.uri, "--yes")
                #expect(again.succeeded && again.errors.contains("there is nothing to do"), "\(again)")

                let after = try Self.states(try await host.roost("host", "check", Self.uri, "--format", "json"))
                for id in [
                    "software.qemu", "software.libvirt", "software.programs", "software.uefi", "services.libvirt",
                    "services.virtlogd", "users.groups", "network.default", "network.forwarding", "network.firewall",
                    "storage.default",
                ] {
                    #expect(after[id] == .ok, "\(id): \(after[id].map(\.rawValue) ?? "not looked at")")
                }
                let list = try await host.roost("net", "list", "--quiet", "--host", Self.uri)
                #expect(list.output == "default\n")
            }
        }
    }

    private static func states(_ result: RunResult) throws -> [String: HostFinding.State] {
        let report = try JSONDecoder().decode(HostCheckReport.self, from: Data(result.output.utf8))
        return Dictionary(uniqueKeysWithValues: report.findings.map { ($0.id, $0.state) })
    }
}
