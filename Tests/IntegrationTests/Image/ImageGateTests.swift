import Glibc
import RoostCore
import SystemPackage
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Images that must not come in, by whatever way.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ImageGateTests {
    @Test(.labLimit)
    func hostileImagesDoNotComeIn() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            var huge = TestDisk(length: 200_000)
            huge.put(UInt64(1) << 60, at: 24)
            var corrupt = TestDisk(length: 200_000)
            corrupt.put(UInt64(2), at: 72)
            let disk = TestDisk(length: 200_000)
            let cases: [(String, TestDisk, FailureKind, String)] = [
                ("backing", disk.standing(on: "/etc/shadow"), .usage, "--allow-backing /etc/shadow"),
                ("data", disk.keepingData(in: "/etc/shadow"), .usage, "--allow-data-file /etc/shadow"),
                ("huge", huge, .resources, "--overcommit"), ("corrupt", corrupt, .usage, "damaged"),
            ]
            try await ImageServer.run { server in
                for (name, disk, kind, word) in cases {
                    let file = try pool.write(disk.bytes, to: name)
                    let imported = try await lab.roost(["image", "import", file, "--pool", pool.name])
                    #expect(imported.failed(kind) && imported.errors.contains(word), "\(name): \(imported)")
                    server["/\(name)"] = .init(disk.bytes)
                    let pulled = try await lab.pull(
                        "\(server.address)/\(name)", into: pool, "--checksum", disk.sha256)
                    #expect(pulled.failed(kind) && pulled.errors.contains(word), "\(name): \(pulled)")
                }
            }
            #expect(try pool.files == [])
            let asked = try pool.write(disk.standing(on: "/etc/hostname").bytes, to: "asked")
            let other = try await lab.roost(
                ["image", "import", asked, "--pool", pool.name, "--allow-backing", "/etc/passwd"])
            #expect(other.failed(.usage), "\(other)")
            let allowed = try await lab.roost(
                ["image", "import", asked, "--pool", pool.name, "--allow-backing", "/etc/hostname"])
            #expect(allowed.succeeded, "\(allowed)")
        }
    }

    /// A few kilobytes that become more than the pool has room for.
    @Test(.labLimit)
    func aCompressedBombIsStopped() async throws {
        try await Lab.run { lab in
            let (_, directory) = try await lab.pool()
            let small = "\(directory)/small"
            try Lab.makeDirectory(small)
            lab.atEnd("the mount \(small)") { _ = try await Program.named("umount").run([small]) }
            let mounted = try await Program.named("mount").run(["-t", "tmpfs", "-o", "size=16m", "none", small])
            guard mounted.succeeded else { throw LabError(what: "mount: \(mounted)") }
            let pool = try await lab.pool("small", at: small)
            let file = "\(directory)/bomb"
            guard FileManager.default.createFile(atPath: file, contents: nil), unsafe truncate(file, 512 << 20) == 0
            else {
                throw LabError(what: "cannot make \(file)")
            }
            let packed = try await Program.named("gzip").run([file])
            guard packed.succeeded else { throw LabError(what: "gzip: \(packed)") }
            let bomb = try await lab.roost(["image", "import", "\(file).gz", "--pool", pool])
            #expect(bomb.failed(.resources), "\(bomb)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: small).isEmpty)
        }
    }

    /// The disk in an image is an image itself, which stands on a file of the host.
    @Test(.labLimit)
    func anImageInAnImageIsNotConverted() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let inner = try pool.write(TestDisk(length: 1 << 20).standing(on: "/etc/hostname").bytes, to: "inner")
            let outer = "\(pool.directory)/outer.qcow2"
            let made = try await Program.named("qemu-img").run(
                ["convert", "-f", "raw", "-O", "qcow2", inner, outer])
            guard made.succeeded else { throw LabError(what: "qemu-img: \(made)") }
            try await lab.succeeding("image", "import", outer, "--name", "outer", "--pool", pool.name)
            let before = try pool.files
            let converted = try await lab.roost(
                ["image", "convert", "outer", "--to", "raw", "--pool", pool.name])
            #expect(converted.failed(.usage), "\(converted)")
            #expect(try pool.files == before)
        }
    }

    @Test(.labLimit)
    func whatStandsOnAnImageKeepsIt() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let source = "\(pool.directory)/real.qcow2"
            let made = try await Program.named("qemu-img").run(["create", "-q", "-f", "qcow2", source, "8M"])
            guard made.succeeded else { throw LabError(what: "qemu-img: \(made)") }
            try await lab.succeeding("image", "import", source, "--name", "base", "--pool", pool.name)
            let image = try #require(try pool.images.first)
            try await lab.succeeding(
                "volume", "create", "\(pool.name)/over", "--backing", "\(pool.name)/\(image)")
            let kept = try await lab.roost(["image", "delete", "base", "--pool", pool.name, "--yes"])
            #expect(kept.failed(.state) && kept.errors.contains("stands on it"), "\(kept)")
            try await lab.succeeding("image", "verify", "base", "--pool", pool.name)

            try await lab.succeeding("image", "convert", "base", "--to", "raw", "--pool", pool.name)
            let raw = try #require(try pool.images.first { $0.hasSuffix(".raw") })
            #expect(try pool.bytes(raw).count == 8 << 20)

            let path = "\(pool.directory)/pool/\(image)"
            let file = try FileDescriptor.open(FilePath(path), .writeOnly)
            try file.closeAfter { _ = try file.writeAll(toAbsoluteOffset: 70_000, [0xAA]) }
            let changed = try await lab.roost(["image", "verify", "base", "--pool", pool.name])
            #expect(changed.failed(.state), "\(changed)")

            try await lab.succeeding("volume", "delete", "\(pool.name)/over", "--yes")
            try await lab.succeeding("image", "delete", "base", "base-raw", "--pool", pool.name, "--yes")
            #expect(try pool.files == [])
        }
    }
}
