import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct CustomizeTests {
    /// libguestfs starts once for all of it; without KVM that takes most of a minute.
    @Test(.labLimit, .enabled(if: CloudWorld.image != nil)) func allEditsAreMadeInOneGo() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            let kernel = try await GuestKernel.environment(lab)
            let disk = images.path("disk.qcow2")
            try await images.shell(
                """
                cp --sparse=always '\(CloudWorld.image ?? "")' disk.qcow2; qemu-img resize -q -f qcow2 disk.qcow2 +1G
                mkdir -p tree/sub; echo one >tree/sub/file; echo secret >password; ssh-keygen -q -t ed25519 -N '' -f key
                printf '#!/bin/sh\\necho "$(cat /opt/tree/sub/file) $(hostname)" >/root/ran\\n' >script
                """)
            let before = try await inspect(lab, disk)
            let done = try await lab.roost(
                [
                    "image", "customize", disk, "--growpart", "--sysprep", "--hostname", "custom", "--copy-in",
                    "\(images.path("tree")):/opt", "--run", images.path("script"), "--run-command",
                    "useradd -m ann", "--password-file", "ann:\(images.path("password"))", "--ssh-inject",
                    "ann:\(images.path("key.pub"))",
                ], environment: kernel)
            #expect(done.succeeded, "\(done)")
            let after = try await inspect(lab, disk)
            #expect(after.system?.hostname == "custom")
            let sizes = [before, after].map { $0.parts.first { $0.mountPoints.contains("/") }?.size ?? 0 }
            // The disk's end had a little room before.
            #expect(sizes[1] >= sizes[0] + 1 << 30)
            #expect(try await read(lab, disk, "/opt/tree/sub/file") == "one\n")
            #expect(try await read(lab, disk, "/root/ran").hasPrefix("one "))
            let key = try await images.shell("cat key.pub")
            #expect(try await read(lab, disk, "/home/ann/.ssh/authorized_keys").contains(key))
            let shadow = try await read(lab, disk, "/etc/shadow").split(separator: "\n")
            #expect(shadow.contains { $0.hasPrefix("ann:$") } && !shadow.contains { $0.contains("secret") })
            // Each machine made from it makes one of its own.
            #expect(try await read(lab, disk, "/etc/machine-id") == "")
            #expect(try await images.shell("ls -A") == "disk.qcow2\nkey\nkey.pub\npassword\nscript\ntree\n")
        }
    }

    @Test(.labLimit) func whatOthersNeedIsRefused() async throws {
        try await Lab.run { lab in
            let (pool, directory) = try await lab.pool()
            for name in ["base", "used"] {
                try await lab.succeeding("volume", "create", "\(pool)/\(name)", "--size", "8")
            }
            try await lab.succeeding("volume", "create", "\(pool)/over", "--backing", "\(pool)/base")
            let machine = try await lab.machine("user", disks: [Lab.disk("\(directory)/pool/used")])
            try await lab.succeeding("start", machine)
            try await lab.succeeding("image", "import", "\(directory)/pool/base", "--name", "stored", "--pool", pool)
            let stored = try #require(
                try FileManager.default.contentsOfDirectory(atPath: "\(directory)/pool").first {
                    $0.hasPrefix("stored@")
                })
            for (volume, word) in [("base", "stands on it"), ("used", machine), (stored, "never changes")] {
                for target in ["\(pool)/\(volume)", "\(directory)/pool/\(volume)"] {
                    let refused = try await lab.roost("image", "customize", target, "--hostname", "x")
                    #expect(refused.failed(.state) && refused.errors.contains(word), "\(target): \(refused)")
                }
            }
        }
    }

    @Test(.labLimit) func aFailedEditLeavesTheImageAsItWas() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await FakeLibguestfs.make(
                in: images, ending: "echo 'oh no'; echo 'virt-customize: error: broken'; exit 1")
            let before = try await images.shell("sha256sum disk")
            let failed = try await customize(lab, images)
            #expect(failed.failed(.general) && failed.errors.contains("broken: oh no"), "\(failed)")
            #expect(failed.errors.contains("The image is as it was"))
            #expect(try await images.shell("sha256sum disk; ls -A") == before + "bin\ndisk\n")
        }
    }

    @Test(.labLimit) func aLayerThatIsNotCommittedStaysAndCanBe() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await FakeLibguestfs.make(in: images, ending: "exit 0")
            try await images.shell(
                """
                printf '#!/bin/sh\\n[ "$1" = commit ] || exec /usr/bin/qemu-img "$@"\\necho no room >&2; exit 1\\n' >bin/qemu-img
                chmod 755 bin/qemu-img
                """)
            let failed = try await customize(lab, images)
            #expect(failed.failed(.general) && failed.errors.contains("no room"), "\(failed)")
            let remedy = try #require(failed.errors.split(separator: "has succeeded: ").last)
            try await images.shell(String(remedy))
            #expect(try await images.shell("ls -A") == "bin\ndisk\n")
            #expect(!(try await images.shell("qemu-io -f qcow2 -c 'read -P 7 0 64k' disk")).contains("failed"))
        }
    }

    /// libguestfs fills in an empty one.
    @Test(.labLimit, arguments: [("", true), ("0123456789abcdef0123456789abcdef\n", false)])
    func aMachineIDIsKeptOnlyWhereThereWasOne(_ content: String, _ isCleared: Bool) async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await FakeLibguestfs.make(in: images, ending: "exit 0")
            try await images.makeSource()
            try Data(content.utf8).write(to: URL(filePath: images.path("src/etc/machine-id")))
            try await images.shell("\(LookImages.makers["ext4"] ?? ""); qemu-img convert -O qcow2 ext4.raw disk")
            let done = try await customize(lab, images)
            #expect(done.succeeded, "\(done)")
            let words = try await images.shell("cat bin/words")
            #expect(words.contains("--truncate /etc/machine-id") == isCleared, "\(words)")
        }
    }

    /// It is fetched, changed here and sent back; what was not sent back is kept, and the command for it works.
    @Test(.labLimit, .enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) func oneOfAFarHost() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await FakeLibguestfs.make(in: images, ending: "sh -e \"${0%/*}/meanwhile\"; exit 0")
            try await images.shell("touch bin/meanwhile; mkdir tmp")
            try await LabHosts.owned { hosts in
                try await LabClient.run { client in
                    let (place, name) = ("operator@\(hosts[0].name)", "default/\(lab.prefix)far")
                    let path = "\(images.path("bin")):\(client.environment["PATH"] ?? "")"
                    let environment = ["PATH": path, "TMPDIR": images.path("tmp")]
                    try await client.succeeding("volume", "upload", images.path("disk"), name, "--host", place)
                    let before = try hosts[0].logins
                    let done = try await customize(client, name, place, environment)
                    #expect(done.succeeded, "\(done)")
                    #expect(try await holds(7, name, client, images, place))
                    #expect(try await images.shell("ls tmp") == "")
                    #expect(try hosts[0].logins == before)

                    let meanwhile = { (command: String) async throws -> Void in
                        try await images.shell("echo 'ssh -n root@\(hosts[0].name) \(command)' >bin/meanwhile")
                    }
                    try await meanwhile("touch /var/lib/libvirt/images/\(lab.prefix)far")
                    let raced = try await customize(client, name, place, environment)
                    #expect(raced.failed(.state) && raced.errors.contains("changed it meanwhile"), "\(raced)")
                    #expect(try await images.shell("ls tmp") == "")
                    try await meanwhile("virsh pool-destroy default")
                    let kept = try await customize(client, name, place, environment)
                    #expect(kept.failed(.state) && kept.errors.contains("was not sent back"), "\(kept)")
                    let remedy = try #require(
                        kept.errors.split(separator: "Send it: roost ").last?.split(separator: "; then ").first)
                    try await hosts[0].succeeding("virsh", "pool-start", "default")
                    let sent = try await client.roost(remedy.split(separator: " ").map(String.init))
                    #expect(sent.succeeded, "\(sent)")
                    #expect(try await holds(7, name, client, images, place))
                    try await images.shell("true >bin/meanwhile; ls tmp/*/image; rm -r tmp/*")

                    let over = "default/\(lab.prefix)over"
                    try await client.succeeding("volume", "create", over, "--backing", name, "--host", place)
                    let needed = try await customize(client, name, place, environment)
                    #expect(needed.failed(.state) && needed.errors.contains("stands on it"), "\(needed)")
                    let overlay = try await customize(client, over, place, environment)
                    #expect(overlay.failed(.unsupported) && overlay.errors.contains("stands on"), "\(overlay)")
                    for volume in [over, name] {
                        try await client.succeeding("volume", "delete", volume, "--yes", "--host", place)
                    }
                }
            }
        }
    }

    private func customize(
        _ client: LabClient, _ volume: String, _ place: String, _ environment: [String: String]
    ) async throws -> RunResult {
        try await client.roost(
            "image", "customize", volume, "--hostname", "x", "--host", place, environment: environment)
    }

    /// Whether a volume begins with a byte, 64 KiB of it.
    private func holds(
        _ byte: Int, _ volume: String, _ client: LabClient, _ images: LookImages, _ place: String
    ) async throws -> Bool {
        try await client.succeeding("volume", "download", volume, images.path("got"), "--force", "--host", place)
        return !(try await images.shell("qemu-io -f qcow2 -c 'read -P \(byte) 0 64k' got; rm got")).contains("failed")
    }

    private func customize(_ lab: Lab, _ images: LookImages) async throws -> RunResult {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try await lab.roost(
            "image", "customize", images.path("disk"), "--hostname", "x",
            environment: ["PATH": "\(images.path("bin")):\(path)"])
    }

    private func read(_ lab: Lab, _ disk: String, _ path: String) async throws -> String {
        try await lab.succeeding("image", "cat", disk, path).output
    }

    private func inspect(_ lab: Lab, _ disk: String) async throws -> ImageInspection {
        let shown = try await lab.succeeding("image", "inspect", disk, "--format", "json")
        return try JSONDecoder().decode(ImageInspection.self, from: Data(shown.output.utf8))
    }
}

/// A `virt-customize` that writes into the image it is given, in a folder for the front of PATH.
private enum FakeLibguestfs {
    static func make(in images: LookImages, ending: String) async throws {
        let script = """
            #!/bin/sh
            echo "$*" >"${0%/*}/words"
            while [ "$1" != -a ]; do shift; done
            qemu-io -f qcow2 -c 'write -P 7 0 64k' "$2" >/dev/null
            { \(ending); } >&2

            """
        try await images.shell("mkdir bin; qemu-img create -q -f qcow2 disk 8M")
        try Data(script.utf8).write(to: URL(filePath: images.path("bin/virt-customize")))
        try await images.shell("chmod 755 bin/virt-customize")
    }
}
