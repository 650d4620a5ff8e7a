import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A directory with small disk images, made by the file systems' own programs.
struct LookImages: Sendable {
    let directory: String

    init(_ lab: Lab) throws {
        directory = "/var/tmp/\(lab.prefix)look"
        let directory = directory
        lab.atEnd("the directory \(directory)") {
            if FileManager.default.fileExists(atPath: directory) {
                try FileManager.default.removeItem(atPath: directory)
            }
        }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
    }

    func path(_ name: String) -> String { "\(directory)/\(name)" }

    /// Runs shell text in the directory.
    @discardableResult
    func shell(_ text: String) async throws -> String {
        let result = try await Program.named("sh").run(["-c", "set -e; cd \(directory); \(text)"])
        guard result.succeeded else { throw LabError(what: "sh -c \(text): \(result)") }
        return result.output
    }

    /// What every image holds: a file, also behind links, and where the file system can have it one with set-user-id.
    func makeSource() async throws {
        try await shell(
            """
            mkdir -p src/etc src/sub/deep; echo hello >src/sub/deep/file; echo 'ID=test' >src/etc/os-release
            ln -s ../sub/deep/file src/etc/link; ln -s /sub/deep src/abs; ln -s loop src/loop
            cp src/sub/deep/file src/sub/suid; chmod 4755 src/sub/suid
            """)
    }

    /// By file system: how an image of it is made from `src`.
    static let makers = [
        "ext2": "mke2fs -q -t ext2 -d src ext2.raw 20M", "ext3": "mke2fs -q -t ext3 -d src ext3.raw 20M",
        "ext4": "mke2fs -q -t ext4 -d src ext4.raw 20M",
        "xfs":
            "printf '/\\n0 0\\nd--755 0 0\\nsub d--755 0 0\\ndeep d--755 0 0\\nfile ---644 0 0 src/sub/deep/file\\n$\\n$\\n$\\n' >proto; truncate -s 320M xfs.raw; mkfs.xfs -q -p proto xfs.raw",
        "btrfs": "truncate -s 120M btrfs.raw; mkfs.btrfs -q --rootdir src btrfs.raw >/dev/null",
        "vfat": "truncate -s 40M vfat.raw; mkfs.vfat vfat.raw >/dev/null; mcopy -i vfat.raw -s src/sub ::",
        "iso9660": "xorriso -as mkisofs -quiet -J -R -o iso9660.raw src 2>/dev/null",
        "ntfs":
            "truncate -s 20M ntfs.raw; mkntfs -q -F ntfs.raw >/dev/null 2>&1; ntfscp ntfs.raw src/sub/deep/file /file >/dev/null 2>&1",
    ]

    /// What stays in the way of nobody after a look: no process of the sandbox, no mount, no folder.
    func remains() async throws -> [String] {
        let mounts = try String(contentsOfFile: "/proc/self/mounts", encoding: .utf8).split(separator: "\n")
        return mounts.filter { $0.contains("fuse2fs") || $0.contains("grub-mount") }.map(String.init)
    }
}
