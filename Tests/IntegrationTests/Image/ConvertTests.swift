import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ConvertTests {
    @Test(.labLimit, arguments: ["vmdk", "vdi"])
    func foreignVolumesBecomeImages(_ format: String) async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            let pool = try await lab.imagePool()
            try await images.makeSource()
            try await images.shell(
                "\(LookImages.makers["ext4"] ?? ""); qemu-img convert -O \(format) ext4.raw '\(pool.directory)/pool/disk'"
            )
            try await refresh(pool)
            try await lab.succeeding(
                "image", "convert", "\(pool.name)/disk", "--to", "qcow2", "--name", "made", "--pool", pool.name)
            let made = try #require(try pool.images.first)
            #expect(
                try await lab.succeeding("image", "cat", "\(pool.name)/\(made)", "/abs/file").output == "hello\n")
            #expect(
                try await images.shell("qemu-img compare ext4.raw '\(pool.directory)/pool/\(made)'").contains(
                    "identical"))
        }
    }

    /// The host would follow them to other files.
    @Test(.labLimit)
    func whatStandsOnAnotherFileIsRefused() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let images = try LookImages(lab)
            try await images.shell(
                """
                cd '\(pool.directory)/pool'
                qemu-img create -q -f qcow2 base 8M; qemu-img create -q -f qcow2 -F qcow2 -b base over
                qemu-img create -q -f qcow2 -F qcow2 -b over nested
                qemu-img create -q -f vmdk base.vmdk 8M; qemu-img create -q -f vmdk -F vmdk -b base.vmdk child.vmdk
                cp base.vmdk text.vmdk; printf '\\0\\0\\0\\0\\0\\0\\0\\0' | dd of=text.vmdk bs=1 seek=12 conv=notrunc status=none
                """)
            try await refresh(pool)
            let before = try pool.files
            for (volume, word) in [
                ("over", "stands on another file"), ("nested", "stands on another file"),
                ("child.vmdk", "stands on another one"), ("text.vmdk", "lies in other files"),
            ] {
                let refused = try await lab.roost(
                    "image", "convert", "\(pool.name)/\(volume)", "--to", "raw", "--name", "made", "--pool", pool.name)
                #expect(refused.failed(.usage) && refused.errors.contains(word), "\(volume): \(refused)")
            }
            #expect(try pool.files == before)
        }
    }

    @Test(.labLimit)
    func ctrlCLeavesNothingAndSaysSo() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let images = try LookImages(lab)
            try await images.shell(
                """
                cd '\(pool.directory)/pool'; qemu-img create -q -f qcow2 disk 512M
                qemu-io -f qcow2 -c 'write -P 7 0 512M' disk
                """)
            try await refresh(pool)
            let stopped = try await Program.roost.interrupted(
                ["image", "convert", "\(pool.name)/disk", "--to", "raw", "--name", "made", "--pool", pool.name],
                environment: ["ROOST_HOST": Lab.uri]
            ) {
                while try pool.files == ["disk"] { try await Task.sleep(for: .milliseconds(5)) }
            }
            #expect(stopped.failed(.interrupted), "\(stopped)")
            #expect(stopped.errors.contains("what was made removed") && !stopped.errors.contains("before it began"))
            #expect(try pool.files == ["disk"])
        }
    }

    private func refresh(_ pool: Lab.ImagePool) async throws {
        let done = try await Program.named("virsh").run(["-c", Lab.uri, "pool-refresh", pool.name])
        guard done.succeeded else { throw LabError(what: "pool-refresh: \(done)") }
    }
}
