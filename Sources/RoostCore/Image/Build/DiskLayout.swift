/// Where the partitions of a built disk lie. GPT with a place for GRUB's BIOS code, an EFI system partition and, last so
/// that it can grow, the root file system; numbered as the cloud images of Debian and Ubuntu are.
struct DiskLayout: Hashable, Sendable {
    struct Partition: Hashable, Sendable {
        /// In sectors.
        var start: UInt64
        /// In sectors.
        var count: UInt64

        /// In bytes.
        var offset: UInt64 { start * DiskLayout.sector }
        /// In bytes.
        var size: UInt64 { count * DiskLayout.sector }
    }

    /// Bytes.
    static let sector: UInt64 = 512
    /// Sectors of a mebibyte, to which all is aligned.
    private static let mebibyte: UInt64 = 2048
    /// At the end, for the second partition table.
    private static let tail = mebibyte

    /// In bytes.
    let size: UInt64
    let boot = Partition(start: mebibyte, count: mebibyte)
    let efi = Partition(start: 2 * mebibyte, count: 100 * mebibyte)
    let root: Partition

    /// - Parameter gibibytes: the whole disk's size, 2 or more.
    init(gibibytes: Int) {
        size = UInt64(gibibytes) << 30
        let start = efi.start + efi.count
        root = Partition(start: start, count: size / Self.sector - start - Self.tail)
    }

    /// What `sfdisk` is told.
    var script: String {
        """
        label: gpt
        1: start=\(root.start), size=\(root.count), type=4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709, name=root
        14: start=\(boot.start), size=\(boot.count), type=21686148-6449-6E6F-744E-656564454649, name=bios
        15: start=\(efi.start), size=\(efi.count), type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B, name=esp

        """
    }
}
