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
    func theInstallerOfADiscHasItsAnswers() async throws {
        try await Lab.run(.guests) { lab in
            let name = lab.newMachine("disc")
            let secret = try Self.secret(lab, name)
            let disc = try await lab.disc(
                "Debian 11.5.0 amd64 n",
                ["install.amd/vmlinuz=\(Self.installer)/linux", "install.amd/initrd.gz=\(Self.installer)/initrd.gz"])
            let (seen, made) = try await ArgumentWatch.sees(Self.password) {
                try await lab.roost(
                    "create", name, "--unattended", "admin-password-file=\(secret)", "--cdrom", disc, "--disk",
                    "size=2", "--memory", "1024", "--vcpus", "1", "--graphics", "none")
            }
            try #require(made.succeeded && made.errors.contains("Debian 11"), "\(made)")
            #expect(!seen, "the password stood in the arguments of a program")
            let live = try await lab.connection.domain(named: name).xml()
            try await theAnswersAreNowhereElse(lab, name)
            // Without answers it stops at its first question, long before the network.
            let mac = try #require(live.firstMatch(of: /<mac address='([0-9a-f:]+)'/)).1
            try await lab.eventually("the installer sets the network up") {
                try await lab.connection.network(named: "default").dhcpLeases().contains {
                    $0.mac.map { $0 == mac } == true
                }
            }
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: installer)), .labLimit)
    func theInstallerIsAKernel() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("kernel")
            let secret = try Self.secret(lab, name)
            let made = try await lab.roost(
                "create", name, "--unattended", "admin-password-file=\(secret)", "--boot",
                "kernel=\(Self.installer)/linux,initrd=\(Self.installer)/initrd.gz", "--disk", "size=2", "--memory",
                "1024", "--vcpus", "1", "--os-variant", "debian12", "--graphics", "none")
            try #require(made.succeeded && made.errors.contains("roost start \(name)"), "\(made)")
            try await theAnswersAreNowhereElse(lab, name)
        }
    }

    /// No installer of Ubuntu is here: a disc with its label and the names of its files, and another kernel.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: installer)), .labLimit)
    func ubuntusInstallerGetsADiscWithItsAnswers() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("ubuntu")
            let secret = try Self.secret(lab, name)
            let disc = try await lab.disc(
                "Ubuntu-Server 22.04.3 LTS amd64",
                ["casper/vmlinuz=\(Self.installer)/linux", "casper/initrd=\(Self.installer)/initrd.gz"])
            let (seen, made) = try await ArgumentWatch.sees(Self.password) {
                try await lab.roost(
                    "create", name, "--unattended", "admin-password-file=\(secret)", "--cdrom", disc, "--disk",
                    "size=2", "--memory", "512", "--vcpus", "1", "--graphics", "none")
            }
            try #require(made.succeeded && made.errors.contains("Ubuntu 22.04"), "\(made)")
            #expect(!seen, "the password stood in the arguments of a program")
            try await theAnswersAreNowhereElse(lab, name)
            let live = try await lab.connection.domain(named: name).xml()
            #expect(live.contains("<cmdline>autoinstall ds=nocloud console=tty0 console=ttyS0</cmdline>"), "\(live)")
            // QEMU alone still has the disc, whose name is gone.
            let seed = try #require(
                live.firstMatch(of: /<source file='([^']*-install-[^']*)'[^>]*>\s*(<[^>]*>\s*)*<target dev='sd/)
            ).1
            #expect(!Lab.exists(String(seed)))
            let process = try #require(Self.process(of: name))
            let open = try #require(try Self.deleted(String(seed), of: process))
            let read = try await Program.named("xorriso").run(
                ["-osirrox", "on", "-indev", "stdio:\(open)", "-extract", "/user-data", lab.file("user-data")])
            #expect(read.succeeded, "\(read)")
            let answers = try String(contentsOfFile: lab.file("user-data"), encoding: .utf8)
            #expect(answers.hasPrefix("#cloud-config\n") && answers.contains("autoinstall") && answers.contains("$6$"))
            #expect(!answers.contains(Self.password))
        }
    }

    private static func secret(_ lab: Lab, _ name: String) throws -> String {
        let secret = lab.file("\(name).password")
        try (password + "\n").write(toFile: secret, atomically: false, encoding: .utf8)
        return secret
    }

    /// The answers are in the machine's memory, or in a file that it alone has open.
    private func theAnswersAreNowhereElse(_ lab: Lab, _ name: String) async throws {
        let domain = try await lab.connection.domain(named: name)
        let live = try await domain.xml()
        #expect(live.contains("<kernel>") && live.contains("<on_reboot>destroy</on_reboot>"))
        let defined = try await domain.xml([.inactive, .secure])
        #expect(!defined.contains("<kernel>") && defined.contains("<on_reboot>restart</on_reboot>"))
        #expect(!defined.contains("-install-"), "\(defined)")
        for text in [live, defined] { #expect(!text.contains(Self.password) && !text.contains("$6$")) }
        let files = try await lab.inventory().files.filter { $0.hasPrefix(name) && !$0.hasSuffix(".password") }
        #expect(files == ["\(name).qcow2"])
    }

    private static func process(of machine: String) -> Int32? {
        guard let text = try? String(contentsOfFile: "/run/libvirt/qemu/\(machine).pid", encoding: .utf8) else {
            return nil
        }
        return Int32(text.filter(\.isNumber))
    }

    /// The way to a file that a process has open, and that has no name any more.
    private static func deleted(_ path: String, of process: Int32) throws -> String? {
        let folder = "/proc/\(process)/fd"
        return try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }.first { file in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: file)) == "\(path) (deleted)"
        }
    }
}
