import Libvirt
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The real Debian installer, answered. It installs for an hour by emulation, so the test ends where it has the answers.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct UnattendedTests {
    private static let installer = "/usr/lib/debian-installer/images/12/amd64/text/debian-installer/amd64"
    private static let password = "correct-horse-battery"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: installer)), .labLimit)
    func theInstallerHasItsAnswers() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("answered")
            let before = try await lab.inventory()
            let secret = lab.file("\(name).password")
            try (Self.password + "\n").write(toFile: secret, atomically: false, encoding: .utf8)
            let (seen, made) = try await ArgumentWatch.sees(Self.password) {
                try await lab.roost(
                    "create", name, "--unattended", "admin-password-file=\(secret)", "--boot",
                    "kernel=\(Self.installer)/linux,initrd=\(Self.installer)/initrd.gz", "--disk", "size=2", "--memory",
                    "768", "--vcpus", "1", "--os-variant", "debian12", "--graphics", "none")
            }
            try #require(made.succeeded && made.errors.contains("roost start \(name)"), "\(made)")
            #expect(!seen, "the password stood in the arguments of a program")
            let domain = try await lab.connection.domain(named: name)
            let live = try await domain.xml()
            #expect(live.contains("<kernel>") && live.contains("<on_reboot>destroy</on_reboot>"))
            let defined = try await domain.xml([.inactive, .secure])
            #expect(!defined.contains("<kernel>") && defined.contains("<on_reboot>restart</on_reboot>"))
            #expect(!live.contains(Self.password) && !defined.contains(Self.password))
            // The answers are in the machine's memory, and nowhere else.
            let files = Set(try await lab.inventory().files).subtracting(before.files)
            #expect(files == ["\(name).qcow2"])
            try await lab.eventually("the installer asks for an address under the name that it was told") {
                try await lab.connection.network(named: "default").leases().contains { $0.hostname == name }
            }
        }
    }
}
