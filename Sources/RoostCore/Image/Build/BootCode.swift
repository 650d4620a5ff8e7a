/// GRUB's code for a BIOS, fitted to the place where it will lie.
///
/// `grub-install` would do the same, but wants a block device. The numbers are those of GRUB's `boot.S` and `diskboot.S`,
/// which have not changed since GRUB 2 began.
struct BootCode: Hashable, Sendable {
    /// For the disk's first sector, before the partition table.
    let first: [UInt8]
    /// For the BIOS boot partition.
    let core: [UInt8]

    private static let codeLength = 440
    private static let sectorField = 0x5C
    private static let driveCheck = 0x66
    private static let firstBlockList = 512 - 12

    /// - Parameters:
    ///   - boot: `boot.img` as GRUB's package has it.
    ///   - core: as `grub-mkimage` wrote it.
    /// - Returns: nil for files that are not what they should be, or do not fit.
    init?(boot: [UInt8], core: [UInt8], in partition: DiskLayout.Partition) {
        guard boot.count == 512, boot[510] == 0x55, boot[511] == 0xAA, core.count > 512,
            UInt64(core.count) <= partition.size
        else { return nil }
        var (first, core) = (Array(boot.prefix(Self.codeLength)), core)
        Self.write(partition.start, to: &first, at: Self.sectorField)
        // Two NOPs in the place of a jump: believe that this is the first hard disk, whatever the BIOS says.
        first[Self.driveCheck] = 0x90
        first[Self.driveCheck + 1] = 0x90
        // The list of blocks in the core's first sector says where the rest is.
        Self.write(partition.start + 1, to: &core, at: Self.firstBlockList)
        self.first = first
        self.core = core
    }

    private static func write(_ number: UInt64, to bytes: inout [UInt8], at offset: Int) {
        for index in 0..<8 { bytes[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * UInt64(index))) }
    }
}
