import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct LookTests {
    @Test(.labLimit) func everyFileSystemIsRead() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            for (name, maker) in LookImages.makers {
                try await images.shell(maker)
                let path = name == "ntfs" ? "/file" : "/sub/deep/file"
                let shown = try await lab.succeeding("image", "cat", images.path("\(name).raw"), path)
                #expect(shown.output == "hello\n", "\(name)")
                let found = try await inspect(lab, images.path("\(name).raw"))
                #expect(found.parts.map(\.fileSystem) == [name])
            }
            #expect(try await images.remains() == [])
        }
    }

    @Test(.labLimit) func everyContainerIsRead() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            try await images.shell(LookImages.makers["ext4"] ?? "")
            for format in ["qcow2", "vmdk", "vdi", "vhdx", "vpc"] {
                try await images.shell("qemu-img convert -O \(format) ext4.raw disk.\(format)")
                let shown = try await lab.succeeding(
                    "image", "cat", images.path("disk.\(format)"), "/abs/file", "/etc/link")
                #expect(shown.output == "hello\nhello\n", "\(format)")
            }
            // A chain of three, each with a part of its own.
            try await images.shell(
                """
                qemu-img create -q -f qcow2 -F qcow2 -b disk.qcow2 middle.qcow2
                qemu-img create -q -f qcow2 -F qcow2 -b middle.qcow2 top.qcow2
                """)
            let found = try await inspect(lab, images.path("top.qcow2"))
            #expect(found.disks[0].backing.count == 2)
            let listed = try await lab.succeeding("image", "ls", images.path("top.qcow2"), "/sub", "--quiet")
            #expect(listed.output == "deep\nsuid\n")
        }
    }

    @Test(.labLimit) func theRealGuestIsDescribed() async throws {
        try await Lab.run { lab in
            let image = try await TestImage.shared.path
            let found = try await inspect(lab, image)
            let system = try #require(found.system)
            #expect(system.id == "debian")
            #expect(system.architecture == "x86_64")
            #expect(system.hostname?.isEmpty == false)
            #expect(system.packages?.manager == "dpkg")
            #expect((system.packages?.count ?? 0) > 50)
            #expect(system.initSystem == "systemd")
            #expect(system.bootloaders == ["grub"])
            #expect(system.firmware.contains("bios"))
            #expect(system.guestAgent)
            let kernel = try #require(system.kernels.first)
            #expect(kernel.version.hasSuffix("-cloud-amd64"))
            #expect(kernel.virtio["virtio_blk"] == .initramfs)
            #expect(kernel.virtio["virtio_net"] == .module)
            #expect(found.parts.first { $0.mountPoints.contains("/") }?.fileSystem == "ext4")
            // Large enough for many pieces, and compressed: what comes is what is there.
            let whole = try await Program.named("sh").run(
                [
                    "-c",
                    "'\(try Program.roostPath)' image cat '\(image)' '\(kernel.initramfs ?? "")' | head -c 1000000 | wc -c",
                ])
            #expect(whole.output == "1000000\n")
        }
    }

    @Test(.labLimit) func aTreeIsCopiedOut() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            try await images.shell("mkfifo src/sub/pipe; \(LookImages.makers["ext4"] ?? "")")
            let (disk, copy) = (images.path("ext4.raw"), images.path("copy"))
            let done = try await lab.succeeding("image", "copy-out", disk, "/", copy)
            #expect(done.errors.contains("1 entries were left out"))
            let differing = try await images.shell(
                "rm -f src/sub/pipe; rm -rf copy/lost+found; diff -r --no-dereference src copy || true")
            #expect(differing == "")
            #expect(try await images.shell("stat -c %a copy/sub/suid; readlink copy/abs") == "755\n/sub/deep\n")
            let again = try await lab.roost("image", "copy-out", disk, "/sub/deep/file", images.path("copy/sub/suid"))
            #expect(again.failed(.exists))
            #expect(try await lab.roost("image", "copy-out", disk, "/sub", copy).failed(.exists))
            try await lab.succeeding(
                "image", "copy-out", disk, "/sub/deep/file", images.path("copy/sub/suid"), "--force")
            #expect(try await images.shell("cat copy/sub/suid; find . -name '*partial*'") == "hello\n")
        }
    }

    @Test(.labLimit) func volumesAndMachinesAreLookedInto() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            try await images.shell(LookImages.makers["ext4"] ?? "")
            let (pool, _) = try await lab.pool()
            try await lab.succeeding("volume", "upload", images.path("ext4.raw"), "\(pool)/disk.raw")
            let address = "\(pool)/disk.raw"
            #expect(try await lab.succeeding("image", "cat", address, "/abs/file").output == "hello\n")
            let path = "/var/tmp/\(lab.prefix)files/pool/disk.raw"
            let name = try await lab.machine("look", disks: [Lab.disk(path, format: "raw")])
            #expect(try await lab.succeeding("image", "cat", name, "/abs/file").output == "hello\n")
            try await lab.succeeding("start", name)
            for target in [name, address, path] {
                let refused = try await lab.roost("image", "ls", target)
                #expect(refused.failed(.state), "\(target): \(refused)")
                let warned = try await lab.succeeding("image", "cat", target, "/abs/file", "--while-running")
                #expect(warned.output == "hello\n")
                #expect(warned.errors.contains("torn"))
            }
        }
    }

    @Test(.labLimit) func anOrdinaryUserMayLook() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            try await images.shell(
                "\(LookImages.makers["ext4"] ?? ""); cp '\(try Program.roostPath)' roost; chmod 755 . roost")
            let result = try await Program.named("setpriv").run([
                "--reuid", "65534", "--regid", "65534", "--clear-groups", try Program.roostPath, "image", "cat",
                images.path("ext4.raw"), "/abs/file",
            ])
            #expect(result.output == "hello\n", "\(result)")
        }
    }

    private func inspect(_ lab: Lab, _ target: String) async throws -> ImageInspection {
        let shown = try await lab.succeeding("image", "inspect", target, "--format", "json")
        return try JSONDecoder().decode(ImageInspection.self, from: Data(shown.output.utf8))
    }
}
