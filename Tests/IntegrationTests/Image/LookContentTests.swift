import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct LookContentTests {
    /// Made by LVM's own programs, which need a loop device; the kernel's device mapper has no part in it.
    @Test(.labLimit) func logicalVolumesAreRead() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            let group = "\(lab.prefix)vg"
            try await images.shell(
                """
                \(LookImages.makers["ext4"] ?? ""); truncate -s 100M lvm.raw
                echo 'start=2048, type=8e' | sfdisk -q lvm.raw
                device=$(losetup --offset 1048576 --find --show lvm.raw); trap 'losetup --detach $device' EXIT
                run() {
                    command=$1; shift
                    lvm $command --driverloaded n --devices $device --config 'backup { backup=0 archive=0 }' "$@" 2>>said
                }
                new() { run lvcreate -q -an -Wn -Zn -n "$1" -L "$2" \(group); }
                run pvcreate -q $device; run vgcreate -q \(group) $device
                new first 8M; new root 24M; new pieces 8M; new last 8M; run lvextend -q -L +8M \(group)/pieces
                start=$(run pvs --noheadings --nosuffix --units b -o pe_start $device | tr -d ' ')
                extent=$(run pvs --noheadings --segments -S lv_name=root -o pvseg_start $device | tr -d ' ')
                dd if=ext4.raw of=$device bs=64K conv=notrunc oflag=seek_bytes seek=$((start + extent * 4194304)) status=none
                """)
            let disk = images.path("lvm.raw")
            let shown = try await lab.succeeding("image", "inspect", disk, "--format", "json")
            let found = try JSONDecoder().decode(ImageInspection.self, from: Data(shown.output.utf8))
            #expect(found.parts.first?.fileSystem == "LVM2_member")
            let root = try #require(found.parts.first { $0.name == "\(group)/root" })
            #expect(root.size == 24 << 20 && root.fileSystem == "ext4" && root.mountPoints == ["/"])
            #expect(found.parts.first { $0.name == "\(group)/pieces" }?.problem?.contains("one piece") == true)
            #expect(found.system?.id == "test")
            #expect(try await lab.succeeding("image", "cat", disk, "/abs/file").output == "hello\n")
            let listed = try await lab.succeeding("image", "ls", disk, "/sub", "--part", "\(group)/root", "--quiet")
            #expect(listed.output == "deep\nsuid\n")
        }
    }

    @Test(.labLimit) func holesStayHolesInACopy() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            try await images.shell(
                """
                truncate -s 3M src/holes; printf end >>src/holes
                echo middle | dd of=src/holes bs=1M seek=1 conv=notrunc status=none; \(LookImages.makers["ext4"] ?? "")
                """)
            try await lab.succeeding("image", "copy-out", images.path("ext4.raw"), "/holes", images.path("copy"))
            #expect(try await images.shell("cmp src/holes copy; stat -c %s copy") == "\((3 << 20) + 3)\n")
            let allocated = try await images.shell("echo $(($(stat -c '%b * %B' copy)))")
            #expect((Int(allocated.dropLast()) ?? .max) <= 512 << 10, "\(allocated)")
        }
    }

    @Test(.labLimit) func packagesAreCounted() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            // One after the other, as a system's own manager goes before another that is installed in it.
            let steps: [(make: String, manager: String, count: Int?)] = [
                (
                    """
                    mkdir -p src/var/lib/rpm; sqlite3 src/var/lib/rpm/rpmdb.sqlite "PRAGMA journal_mode=WAL; \
                    CREATE TABLE Packages(hnum INTEGER PRIMARY KEY, blob BLOB NOT NULL); \
                    INSERT INTO Packages(blob) VALUES('a'), ('b'), ('c')"
                    """, "rpm", 3
                ), ("echo x >src/var/lib/rpm/rpmdb.sqlite", "rpm", nil),
                ("rm src/var/lib/rpm/rpmdb.sqlite", "rpm", nil),
                ("mkdir -p src/var/lib/pacman/local/a-1 src/var/lib/pacman/local/b-1", "pacman", 2),
                ("mkdir -p src/lib/apk/db; printf 'C:x\\nP:a\\nV:1\\n\\nP:b\\n' >src/lib/apk/db/installed", "apk", 2),
            ]
            for step in steps {
                try await images.shell("\(step.make); rm -f ext4.raw; \(LookImages.makers["ext4"] ?? "")")
                let shown = try await lab.succeeding("image", "inspect", images.path("ext4.raw"), "--format", "json")
                let found = try JSONDecoder().decode(ImageInspection.self, from: Data(shown.output.utf8))
                let packages = try #require(found.system?.packages)
                #expect(packages.manager == step.manager && packages.count == step.count, "\(step): \(packages)")
                #expect((packages.problem == nil) == (step.count != nil))
            }
        }
    }
}
