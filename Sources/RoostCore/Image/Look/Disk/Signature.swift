/// What `blkid -p -o export` says of a piece of disk: a file system, or something else that is known by its first bytes.
struct Signature: Equatable {
    let type: String?
    let label: String?
    let uuid: String?

    init(_ text: String) {
        var values: [Substring: String] = [:]
        for line in text.split(separator: "\n") {
            guard let sign = line.firstIndex(of: "=") else { continue }
            // The shell's marks that it puts before what is special to a shell.
            values[line[..<sign]] = String(line[line.index(after: sign)...].filter { $0 != "\\" })
        }
        (type, label, uuid) = (values["TYPE"], values["LABEL"], values["UUID"])
    }

    /// How its files are read; nil for what holds none, or that nothing here reads.
    var reader: Reader? {
        switch type {
        case "ext2", "ext3", "ext4": .fuse2fs
        case "xfs", "btrfs", "vfat", "iso9660", "udf", "ntfs", "hfs", "hfsplus", "jfs", "reiserfs", "squashfs", "f2fs",
            "exfat", "romfs", "ufs", "minix", "nilfs2", "erofs":
            .grubMount
        default: nil
        }
    }

    enum Reader {
        case fuse2fs, grubMount
    }
}
