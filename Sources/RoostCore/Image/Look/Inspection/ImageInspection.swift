/// What an image or a machine's disks hold.
public struct ImageInspection: Hashable, Sendable, Codable {
    public struct DiskFacts: Hashable, Sendable, Codable {
        /// "vda".
        public var name: String
        public var path: String
        /// QEMU's word.
        public var format: String
        /// What a guest sees, in bytes.
        public var virtualSize: UInt64
        /// What it takes where it lies, in bytes; nil where that is not known.
        public var allocation: UInt64?
        /// The images that it stands on, nearest first.
        public var backing: [String]
        /// "gpt" or "dos", among others; nil for a disk without one.
        public var partitionTable: String?
    }

    public struct PartFacts: Hashable, Sendable, Codable {
        /// "vda1", "vg/root".
        public var name: String
        /// In bytes.
        public var size: UInt64
        /// The partition's type: a GUID, or the two hexadecimal digits of an MBR.
        public var type: String?
        /// "ext4", "LVM2_member", …: the words of blkid.
        public var fileSystem: String?
        public var label: String?
        public var uuid: String?
        /// Where the system has it.
        public var mountPoints: [String]
        /// Why its files cannot be read, where it seems to have some.
        public var problem: String?
    }

    public var target: String
    /// Whether a machine wrote to it meanwhile.
    public var inUse: Bool
    public var disks: [DiskFacts]
    public var parts: [PartFacts]
    /// nil where none was found.
    public var system: InstalledSystem?
}
