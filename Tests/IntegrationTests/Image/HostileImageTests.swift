import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct HostileImageTests {
    /// Flips bits where file systems keep what they know.
    @Test(.labLimit) func damagedFileSystemsEndInOneAnswer() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            for name in ["ext4", "vfat", "ntfs", "iso9660"] {
                try await images.shell(LookImages.makers[name] ?? "")
                let good = try Data(contentsOf: URL(filePath: images.path("\(name).raw")))
                for seed in UInt64(1)...3 {
                    var bad = good
                    var state = seed
                    for _ in 0..<4000 {
                        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        let place = 1024 + Int((state >> 20) % UInt64(min(bad.count, 6 << 20) - 1024))
                        bad[place] ^= 1 << UInt8(state >> 60 & 7)
                    }
                    try bad.write(to: URL(filePath: images.path("bad.raw")))
                    let shown = try await lab.roost("image", "inspect", images.path("bad.raw"))
                    #expect([0, 1, 9, 10].contains(shown.code), "\(name) \(seed): \(shown)")
                    let listed = try await lab.roost("image", "ls", images.path("bad.raw"))
                    #expect([0, 1, 9, 10].contains(listed.code), "\(name) \(seed): \(listed)")
                    if listed.code != 0 {
                        #expect(listed.errors.split(separator: "\n").count { $0.contains("error:") } == 1, "\(listed)")
                    }
                }
            }
            #expect(try await images.remains() == [])
        }
    }

    @Test(.labLimit) func noImageLeadsToAFileOfTheHost() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.shell(
                """
                qemu-img create -q -f qcow2 -F raw -b /etc/passwd evil.qcow2 1M
                ln -s /etc/passwd beside.raw; qemu-img create -q -f qcow2 -F raw -b beside.raw link.qcow2 1M
                qemu-img create -q -f qcow2 x.qcow2 1M; qemu-img create -q -f qcow2 -F qcow2 -b x.qcow2 y.qcow2 1M
                qemu-img rebase -q -u -f qcow2 -F qcow2 -b y.qcow2 x.qcow2
                printf '# Disk DescriptorFile\\nversion=1\\ncreateType="monolithicFlat"\\nRW 4 FLAT "/etc/passwd" 0\\n' >flat.vmdk
                """)
            for (name, kind, word) in [
                ("evil.qcow2", FailureKind.permission, "/etc/passwd"), ("link.qcow2", .usage, "symbolic link"),
                ("x.qcow2", .usage, "no end"), ("flat.vmdk", .usage, "other files"),
            ] {
                let result = try await lab.roost("image", "inspect", images.path(name))
                #expect(result.failed(kind), "\(name): \(result)")
                #expect(result.errors.contains(word), "\(name): \(result)")
            }
        }
    }

    @Test(.labLimit) func namesAndContentDoNotDriveTheTerminal() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            try await images.shell(
                """
                printf x >"src/sub/$(printf 'a\\nb\\033[2J')"; \(LookImages.makers["ext4"] ?? "")
                """)
            let disk = images.path("ext4.raw")
            let listed = try await lab.succeeding("image", "ls", disk, "/sub")
            #expect(listed.output == "a\\nb\\x1b[2J\ndeep\nsuid\n")
            let json = try await lab.succeeding("image", "ls", disk, "/sub", "--format", "json")
            let entries = try JSONDecoder().decode([Name].self, from: Data(json.output.utf8))
            #expect(entries.first?.name == "a\nb\u{1b}[2J")
            let shown = try await lab.succeeding("image", "cat", disk, "/sub/a\nb\u{1b}[2J")
            #expect(shown.output == "x")
            let loop = try await lab.roost("image", "cat", disk, "/loop")
            #expect(loop.failed(.notFound))
            let directory = try await lab.roost("image", "cat", disk, "/sub")
            #expect(directory.failed(.usage))
        }
    }

    private struct Name: Decodable { let name: String }
}
