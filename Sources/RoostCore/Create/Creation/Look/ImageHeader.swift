/// What the first bytes of a disk image tell. They are a stranger's: nothing in them is believed to be in bounds.
struct ImageHeader: Equatable {
    struct Backing: Equatable {
        /// As the image has it: relative to the image's own directory, absolute, or a URL.
        var path: String
        var format: String?
    }

    /// How many bytes `init` wants to see.
    static let wanted = 64 << 10

    /// libvirt's word.
    var format: String
    /// The size that a guest sees, in bytes; nil where the format keeps it elsewhere.
    var capacity: UInt64?
    var backing: Backing?

    /// - Parameter length: of the whole file or device, in bytes.
    init(_ bytes: [UInt8], length: UInt64) {
        let head = HeaderBytes(bytes)
        if head.starts(with: [0x51, 0x46, 0x49, 0xFB]) {
            let version = head.bigEndian32(4)
            format = version == 1 ? "qcow" : "qcow2"
            capacity = head.bigEndian64(24)
            backing = Self.backing(head, version: version ?? 0)
        } else if head.starts(with: Array("QED\0".utf8)) {
            format = "qed"
        } else if head.starts(with: Array("KDMV".utf8)) {
            format = "vmdk"
            capacity = head.littleEndian64(12).flatMap { sectors in sectors < 1 << 54 ? sectors * 512 : nil }
        } else if head.starts(with: Array("# Disk DescriptorFile".utf8)) {
            format = "vmdk"
        } else if head.littleEndian32(64) == 0xBEDA_107F {
            format = "vdi"
            capacity = head.littleEndian64(0x170)
        } else if head.starts(with: Array("conectix".utf8)) {
            format = "vpc"
            capacity = head.bigEndian64(48)
        } else {
            format = "raw"
            capacity = length
        }
    }

    private static func backing(_ head: HeaderBytes, version: UInt32) -> Backing? {
        guard let offset = head.bigEndian64(8), let size = head.bigEndian32(16), offset > 0, (1...1023).contains(size),
            let name = head.text(at: offset, count: UInt64(size)), !name.isEmpty
        else { return nil }
        return Backing(path: name, format: version >= 2 ? backingFormat(head, version: version, until: offset) : nil)
    }

    /// The header extension that names the backing image's format, which stands before the image's name.
    private static func backingFormat(_ head: HeaderBytes, version: UInt32, until end: UInt64) -> String? {
        var offset: UInt64 = version == 2 ? 72 : UInt64(head.bigEndian32(100) ?? 104)
        while offset + 8 <= end, let kind = head.bigEndian32(offset), let size = head.bigEndian32(offset + 4), kind != 0
        {
            if kind == 0xE279_2ACA { return head.text(at: offset + 8, count: UInt64(size)) }
            offset += 8 + (UInt64(size) + 7) & ~7
        }
        return nil
    }
}
