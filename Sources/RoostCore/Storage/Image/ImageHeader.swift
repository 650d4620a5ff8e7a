/// What the first bytes of a disk image tell. They are a stranger's: nothing in them is believed to be in bounds.
struct ImageHeader: Equatable {
    struct Backing: Equatable {
        /// As the image has it: relative to the image's own directory, absolute, or a URL.
        var path: String
        var format: String?
    }

    /// How many bytes `init` wants to see: a cluster of the usual size, in which a qcow2 image keeps its backing image's
    /// name.
    static let wanted = 64 << 10
    /// The largest cluster of the format.
    static let largestCluster = 2 << 20

    /// QEMU's word, which is libvirt's too where libvirt knows the format.
    var format: String
    /// The size that a guest sees, in bytes; nil where the format keeps it elsewhere.
    var capacity: UInt64?
    /// nil also for one whose name lies outside the bytes that were given, or cannot be a name.
    var backing: Backing?
    /// Whether it says that it stands on another image, were it only with a name that cannot be one.
    var hasBacking = false
    /// Whether it keeps its data in another file.
    var hasDataFile = false
    /// The name of that file, as the image has it; nil where it tells none.
    var dataFile: String?
    /// Whether its content is encrypted.
    var isEncrypted = false
    /// Whether it was marked as damaged by whoever wrote it last.
    var isMarkedCorrupt = false
    /// Whether it holds snapshots of its own.
    var hasSnapshots = false
    /// Whether it only describes an image, whose data lies in other files.
    var isDescriptorOnly = false
    /// Whether it is qcow2 with a whole header, its numbers in range.
    var isSoundQCOW2 = false

    /// Reads the header of a regular file or block device of this computer.
    /// - Throws: the system's error number; `EINVAL` for what is neither.
    static func read(_ path: String) throws(LocalFiles.Errno) -> (header: ImageHeader, file: LocalHead) {
        let file = try LocalFiles.head(path, count: wanted)
        let header = ImageHeader(file.bytes, length: file.length)
        guard header.hasBacking, header.backing == nil, file.length > UInt64(wanted) else { return (header, file) }
        let more = try LocalFiles.head(path, count: largestCluster)
        return (ImageHeader(more.bytes, length: more.length), more)
    }

    /// - Parameter length: of the whole file or device, in bytes.
    init(_ bytes: [UInt8], length: UInt64) {
        let head = HeaderBytes(bytes)
        if head.starts(with: [0x51, 0x46, 0x49, 0xFB]) {
            let version = head.bigEndian32(4) ?? 0
            format = version == 1 ? "qcow" : "qcow2"
            capacity = head.bigEndian64(24)
            hasBacking = head.bigEndian64(8).map { $0 > 0 } ?? false
            backing = Self.backing(head, version: version)
            let features = version >= 3 ? head.bigEndian64(72) ?? 0 : 0
            hasDataFile = features & 4 != 0
            dataFile = hasDataFile ? Self.dataFile(head) : nil
            isMarkedCorrupt = features & 2 != 0
            isEncrypted = head.bigEndian32(32).map { $0 != 0 } ?? false
            hasSnapshots = version >= 2 && head.bigEndian32(60).map { $0 > 0 } ?? false
            isSoundQCOW2 = Self.isSound(head, version: version)
        } else if head.starts(with: Array("QED\0".utf8)) {
            format = "qed"
        } else if head.starts(with: Array("KDMV".utf8)) {
            format = "vmdk"
            capacity = head.littleEndian64(12).flatMap { sectors in sectors < 1 << 54 ? sectors * 512 : nil }
        } else if head.starts(with: Array("# Disk DescriptorFile".utf8)) {
            format = "vmdk"
            isDescriptorOnly = true
        } else if head.littleEndian32(64) == 0xBEDA_107F {
            format = "vdi"
            capacity = head.littleEndian64(0x170)
        } else if head.starts(with: Array("conectix".utf8)) {
            format = "vpc"
            capacity = head.bigEndian64(48)
        } else if head.starts(with: Array("vhdxfile".utf8)) {
            format = "vhdx"
        } else {
            format = "raw"
            capacity = length
        }
    }

    /// What QEMU asks of a header before it opens the image.
    private static func isSound(_ head: HeaderBytes, version: UInt32) -> Bool {
        guard (2...3).contains(version), let clusterBits = head.bigEndian32(20), let capacity = head.bigEndian64(24),
            head.bigEndian64(64) != nil
        else { return false }
        return (9...21).contains(clusterBits) && capacity <= UInt64(Int64.max)
    }

    private static func backing(_ head: HeaderBytes, version: UInt32) -> Backing? {
        guard let offset = head.bigEndian64(8), let size = head.bigEndian32(16), offset > 0, (1...1023).contains(size),
            let name = head.text(at: offset, count: UInt64(size)), !name.isEmpty
        else { return nil }
        return Backing(path: name, format: version >= 2 ? backingFormat(head, version: version, until: offset) : nil)
    }

    /// The format of the backing image, which stands before that image's name.
    private static func backingFormat(_ head: HeaderBytes, version: UInt32, until end: UInt64) -> String? {
        headerExtension(0xE279_2ACA, head, version: version, until: end)
    }

    private static func dataFile(_ head: HeaderBytes) -> String? {
        headerExtension(0x4441_5441, head, version: 3, until: head.bigEndian64(8).flatMap { $0 > 0 ? $0 : nil } ?? .max)
    }

    /// The text of a header extension.
    private static func headerExtension(
        _ wanted: UInt32, _ head: HeaderBytes, version: UInt32, until end: UInt64
    ) -> String? {
        var offset: UInt64 = version == 2 ? 72 : UInt64(head.bigEndian32(100) ?? 104)
        while offset + 8 <= end, let kind = head.bigEndian32(offset), let size = head.bigEndian32(offset + 4), kind != 0
        {
            if kind == wanted { return head.text(at: offset + 8, count: UInt64(size)) }
            offset += 8 + (UInt64(size) + 7) & ~7
        }
        return nil
    }
}
