import Libvirt
import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Machines that are made from a cloud image, up to a login. Two guests boot for all of it.
@Suite(
    .enabled(if: Lab.isEnabled, Lab.whyDisabled),
    .enabled(if: CloudWorld.image != nil, "set ROOST_TEST_CLOUD_IMAGE to a disk with cloud-init"))
struct CloudTests {
    private static let password = "correct horse battery"

    @Test(.labLimit) func aMachineThatCanBeLoggedInTo() async throws {
        try await CloudWorld.run { world in
            let name = world.lab.newMachine("cloud")
            let image = try await world.ownImage()
            let secret = try world.file("password", Self.password + "\n")
            let (seen, made) = try await ArgumentWatch.sees(Self.password) {
                try await world.roost(
                    "create", name, "--image", image, "--disk", "size=5", "--memory", "512", "--user", "ada",
                    "--ssh-key",
                    world.key, "--password-file", secret, "--hostname", "web.example.org", "--network",
                    "bridge=\(world.bridge)", "--ip", "\(world.network).10/24", "--gateway", "\(world.network).1",
                    "--package", "sudo", "--run", "echo ran >/root/ran", "--tag", "test")
            }
            try #require(made.succeeded, "\(made)")
            for phase in ["firmware", "kernel", "agent", "cloud-init", "ssh"] {
                #expect(made.errors.contains("\(name): \(phase) ("), "\(phase): \(made.errors)")
            }
            #expect(
                made.output.contains("overlay of \(image)") && made.errors.contains("at \(world.network).10"), "\(made)"
            )
            try await theSecretIsNowhere(world, name, made, seen: seen)
            try await theSeedIsGone(world, name)
            try await theGuestIsAsAskedFor(world, name)
            try await theLogIsThereFromTheFirstLine(world, name)
            try await anotherKeyIsRefused(world, name)
            try await theLogGoesWithTheMachine(world, name)
        }
    }

    private func theSecretIsNowhere(_ world: CloudWorld, _ name: String, _ made: RunResult, seen: Bool) async throws {
        #expect(!seen, "the password stood in the arguments of a program")
        let domain = try await world.lab.connection.domain(named: name)
        let log = FileManager.default.contents(atPath: Lab.serialLog(of: domain.uuid.description)) ?? Data()
        let texts = [
            made.output, made.errors, try await domain.xml(), try await domain.xml([.inactive, .secure]),
            String(decoding: log, as: UTF8.self),
        ]
        for text in texts { #expect(!text.contains(Self.password) && !text.contains("$6$")) }
    }

    private func theSeedIsGone(_ world: CloudWorld, _ name: String) async throws {
        for flags in [[], .inactive] as [Domain.XMLFlags] {
            let xml = try await world.xml(name, flags)
            #expect(!xml.contains("seed") && !xml.contains("cdrom"), "\(xml)")
        }
        #expect(try await world.lab.inventory().files.filter { $0.contains("seed") } == [])
    }

    private func theGuestIsAsAskedFor(_ world: CloudWorld, _ name: String) async throws {
        let status = try await world.ssh(name, "cloud-init status")
        #expect(status.succeeded && status.output.contains("done") && status.errors == "", "\(status)")
        let facts = try await world.ssh(
            name,
            "id -un; hostname -f; cat /proc/sys/kernel/hostname; sudo cat /root/ran; df -BM --output=size / | tail -n 1"
        )
        // By a BIOS: there is no other proof of that code in the image.
        let firmware = try await world.ssh(name, "test -e /sys/firmware/efi || echo bios")
        #expect(firmware.output == "bios\n", "\(firmware)")
        let lines = facts.output.split(separator: "\n").map { $0.filter { $0 != " " } }
        #expect(lines.prefix(4) == ["ada", "web.example.org", "web", "ran"], "\(facts)")
        #expect(lines.last.flatMap { Int($0.dropLast()) }.map { $0 > 4000 } == true, "\(facts)")
        let far = try await world.ssh(name, host: world.sshd.uri(driver: "qemu", path: "/system"), "hostname -I")
        #expect(far.output.contains("\(world.network).10"), "\(far)")
        let ready = try await world.roost("wait", name, "--for", "ready", "--quiet")
        #expect(ready.output == "\(world.network).10\n", "\(ready)")
    }

    private func theLogIsThereFromTheFirstLine(_ world: CloudWorld, _ name: String) async throws {
        for host in [Lab.uri, world.sshd.uri(driver: "qemu", path: "/system")] {
            let log = try await world.sshd.roost(host, arguments: ["console", name, "--log"])
            #expect(log.succeeded && log.output.contains("Linux version"), "\(log.errors)")
            #expect(log.output.contains("BEGIN SSH HOST KEY KEYS"))
        }
    }

    private func anotherKeyIsRefused(_ world: CloudWorld, _ name: String) async throws {
        let changed = try await world.ssh(
            name,
            "sudo sh -c 'rm /etc/ssh/ssh_host_*; ssh-keygen -q -t ed25519 -N \"\" -f /etc/ssh/ssh_host_ed25519_key; systemctl restart ssh'"
        )
        #expect(changed.succeeded, "\(changed)")
        let refused = try await world.ssh(name, "id")
        #expect(refused.code == FailureKind.permission.exitCode && refused.errors.contains("--learn-key"), "\(refused)")
        let learned = try await world.roost("ssh", name, "--learn-key", "--", "id -un")
        #expect(learned.output == "ada\n", "\(learned)")
    }

    private func theLogGoesWithTheMachine(_ world: CloudWorld, _ name: String) async throws {
        let uuid = try await world.lab.connection.domain(named: name).uuid.description
        #expect(FileManager.default.fileExists(atPath: Lab.serialLog(of: uuid)))
        let deleted = try await world.roost("delete", name, "--force", "--yes")
        #expect(deleted.succeeded && deleted.errors.contains("(serial log)"), "\(deleted)")
        #expect(!FileManager.default.fileExists(atPath: Lab.serialLog(of: uuid)))
        #expect(try await world.lab.inventory().files.filter { $0.hasPrefix(name) } == [])
    }

    /// By UEFI, where the other boots by a BIOS.
    @Test(.labLimit) func aFirstBootThatGoesWrong() async throws {
        try await CloudWorld.run { world in
            let name = world.lab.newMachine("wrong")
            let image = try await world.ownImage()
            let made = try await world.roost(
                "create", name, "--image", image, "--memory", "512", "--network", "user", "--ssh-key", world.key,
                "--boot", "uefi", "--run", "exit 3", "--no-wait")
            #expect(made.succeeded && made.errors.contains("roost wait \(name) --for ready"), "\(made)")
            let defined = try await world.xml(name, .inactive)
            #expect(defined.contains("\(name)-seed.iso") && defined.contains("firmware='efi'"))
            let stopped = try await world.interrupted(["wait", name, "--for", "ready"], after: "kernel (")
            #expect(stopped.code == 130 && stopped.errors.contains("--for ready"), "\(stopped)")
            let waited = try await world.roost("wait", name, "--for", "ready", "--timeout", "600")
            #expect(waited.code == FailureKind.general.exitCode, "\(waited)")
            #expect(waited.errors.contains("scripts_user") || waited.errors.contains("scripts-user"), "\(waited)")
            #expect(waited.errors.contains("end of the boot log") && !waited.errors.contains("\u{1b}"), "\(waited)")
            #expect(!(try await world.xml(name, .inactive)).contains("seed"))
        }
    }

    /// What was never used goes with the machine.
    @Test(.labLimit) func aSeedThatWasNotUsedGoesWithTheMachine() async throws {
        try await CloudWorld.run(.others) { world in
            let name = world.lab.newMachine("unused")
            let image = try await world.ownImage()
            let line = ["create", name, "--image", image, "--memory", "256", "--ssh-key", world.key, "--copy", "full"]
            let before = try await world.lab.inventory()
            let shown = try await world.sshd.roost(Lab.uri, arguments: line + ["--show-cloud-init"])
            #expect(shown.output.contains("# user-data\n#cloud-config\n") && shown.output.contains(name), "\(shown)")
            #expect(try await world.lab.inventory() == before)
            let made = try await world.sshd.roost(Lab.uri, arguments: line + ["--no-start"])
            #expect(made.succeeded && made.output.contains("full copy of \(image)"), "\(made)")
            #expect(try await world.lab.inventory().files.contains("\(name)-seed.iso"))
            let deleted = try await world.roost("delete", name, "--yes")
            #expect(deleted.succeeded, "\(deleted)")
            #expect(try await world.lab.inventory() == before)
        }
    }
}
