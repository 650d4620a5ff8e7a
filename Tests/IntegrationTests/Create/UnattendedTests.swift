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

    /// The installer's kernel is read out of the medium, which is looked into in the sandbox.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: installer)), .labLimit)
    func theInstallerIsOnADisc() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("disc")
            let secret = lab.file("\(name).password")
            try (Self.password + "\n").write(toFile: secret, atomically: false, encoding: .utf8)
            let disc = "\(Lab.imageDirectory)/\(lab.prefix)debian.iso"
            lab.atEnd("the disc \(disc)") { try? FileManager.default.removeItem(atPath: disc) }
            let pressed = try await Program.named("xorriso").run([
                "-as", "mkisofs", "-quiet", "-R", "-V", "Debian 11.5.0 amd64 n", "-o", disc, "-graft-points",
                "install.amd/vmlinuz=\(Self.installer)/linux", "install.amd/initrd.gz=\(Self.installer)/initrd.gz",
            ])
            try #require(pressed.succeeded, "\(pressed)")
            let made = try await lab.roost(
                "create", name, "--unattended", "admin-password-file=\(secret)", "--cdrom", disc, "--disk", "size=2",
                "--memory", "1024", "--vcpus", "1", "--graphics", "none")
            try #require(made.succeeded && made.errors.contains("Debian 11"), "\(made)")
            let files = try await lab.inventory().files.filter { $0.hasPrefix("\(name)") }
            #expect(files.filter { !$0.hasSuffix(".password") } == ["\(name).qcow2"])
            try await lab.eventually("the installer's kernel speaks") {
                try await lab.succeeding("console", name, "--log").output.contains("Linux version")
            }
        }
    }

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
                    "1024", "--vcpus", "1", "--os-variant", "debian12", "--graphics", "none")
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
            #expect(files.filter { !$0.hasSuffix(".password") } == ["\(name).qcow2"])
            // Without answers it stops at its first question, long before the network.
            let mac = try #require(live.firstMatch(of: /<mac address='([0-9a-f:]+)'/)).1
            try await lab.eventually("the installer sets the network up") {
                try await lab.connection.network(named: "default").dhcpLeases().contains {
                    $0.mac.map { $0 == mac } == true
                }
            }
        }
    }
}
