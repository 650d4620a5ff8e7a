import Libvirt
import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Images that `roost image build` makes.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ImageBuildTests {
    /// One of debian-12, made once: a build takes minutes.
    private static let image = ProcessInfo.processInfo.environment["ROOST_TEST_CLOUD_IMAGE"].flatMap {
        $0.isEmpty ? nil : $0
    }
    private static let firmware = ["", " firmware='efi'"]

    /// By BIOS and by UEFI, from one image, with a seed on a CD-ROM: the agent answers, cloud-init has done what it was
    /// told, and the file system fills the larger disk.
    @Test(.enabled(if: image != nil, "set ROOST_TEST_CLOUD_IMAGE to an image of roost image build"), .labLimit)
    func itBootsByBIOSAndByUEFI() async throws {
        let image = try #require(Self.image)
        try await Lab.run { lab in
            let seed = try await Self.seed(lab)
            var names: [String] = []
            for (index, firmware) in Self.firmware.enumerated() {
                let name = lab.newMachine("boot\(index)")
                let disk = "\(Lab.imageDirectory)/\(name).qcow2"
                let made = try await Program.named("qemu-img").run(
                    ["create", "-q", "-f", "qcow2", "-b", image, "-F", "qcow2", disk, "6G"])
                #expect(made.succeeded, "\(made)")
                _ = try await lab.connection.defineDomain(
                    xml: Self.domain(name, disk: disk, seed: seed, firmware: firmware))
                names.append(name)
            }
            for name in names { try await lab.succeeding("start", name) }
            for name in names {
                try await lab.succeeding("wait", name, "--for", "agent", "--timeout", "600")
                let domain = try await lab.connection.domain(named: name)
                // "7.8G", say: more than the image's 3 GiB.
                try await lab.eventually("\(name) has done what its seed says") {
                    try await Self.exists("/run/seen", in: domain)
                }
                #expect(try await Self.exists("/run/grown", in: domain))
                // No two guests of one image have the keys that were made with it.
                #expect(try await Self.exists("/etc/ssh/ssh_host_ed25519_key", in: domain))
            }
        }
    }

    private static func seed(_ lab: Lab) async throws -> String {
        let name = lab.newMachine("seed")
        let folder = lab.file("seed")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("instance-id: \(name)\nlocal-hostname: \(name)\n".utf8).write(to: URL(filePath: "\(folder)/meta-data"))
        let config = """
            #cloud-config
            runcmd:
              - "test $(df --output=size / | tail -n 1) -gt 5000000 && touch /run/grown"
              - touch /run/seen

            """
        try Data(config.utf8).write(to: URL(filePath: "\(folder)/user-data"))
        let iso = "\(Lab.imageDirectory)/\(name).iso"
        let made = try await Program.named("xorriso").run(
            ["-as", "mkisofs", "-quiet", "-V", "cidata", "-J", "-r", "-o", iso, folder])
        guard made.succeeded else { throw LabError(what: "xorriso: \(made)") }
        return iso
    }

    private static func domain(_ name: String, disk: String, seed: String, firmware: String) -> String {
        """
        <domain type='qemu'>
          <name>\(name)</name>
          <memory unit='MiB'>640</memory>
          <vcpu>1</vcpu>
          <os\(firmware)><type arch='x86_64' machine='q35'>hvm</type></os>
          <features><acpi/><apic/></features>
          <devices>
            <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='\(disk)'/>
              <target dev='vda' bus='virtio'/></disk>
            <controller type='scsi' model='virtio-scsi'/>
            <disk type='file' device='cdrom'><driver name='qemu' type='raw'/><source file='\(seed)'/>
              <target dev='sda' bus='scsi'/><readonly/></disk>
            <serial type='pty'/>
            <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
            <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
          </devices>
        </domain>
        """
    }

    /// Asked of the guest's agent, which refuses to open what is not there.
    private static func exists(_ path: String, in domain: Domain) async throws -> Bool {
        do {
            let opened = try await domain.agentCommand(
                "{\"execute\": \"guest-file-open\", \"arguments\": {\"path\": \"\(path)\"}}")
            return opened.contains("return")
        } catch {
            return false
        }
    }

    /// Ctrl-C while packages are unpacked.
    @Test(.labLimit)
    func aBuildThatIsStoppedLeavesNothing() async throws {
        try await Lab.run { lab in
            _ = lab.newMachine("stopped")
            let (folder, output) = (lab.file("tmp"), lab.file("stopped.qcow2"))
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o711])
            let stopped = try await Program.roost.interrupted(
                ["image", "build", "debian-12", "--output", output], environment: ["TMPDIR": folder]
            ) {
                // mmdebstrap has begun when its own folder lies in the build's.
                try await lab.eventually("the build has begun") {
                    let builds = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
                    return builds.contains { build in
                        let inside = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(build)")) ?? []
                        return inside.contains { $0.hasPrefix("mmdebstrap.") }
                    }
                }
            }
            #expect(stopped.failed(.interrupted), "\(stopped)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            #expect(!Lab.exists(output))
        }
    }

    @Test(.labLimit)
    func whatIsMissingIsNamed() async throws {
        try await Lab.run { lab in
            let keys = try await lab.roost("image", "build", "debian-12", "--output", "/tmp/x", "--keyring", "/no/keys")
            #expect(keys.failed(.notFound) && keys.errors.contains("/no/keys"), "\(keys)")
            let taken = try await lab.roost("image", "build", "debian-12", "--output", "/etc/passwd")
            #expect(taken.failed(.exists), "\(taken)")
        }
    }
}
