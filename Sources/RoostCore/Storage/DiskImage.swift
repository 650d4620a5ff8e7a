import Glibc

/// What the first bytes of a local file say about it.
struct DiskImage: Hashable, Sendable {
    var format: Format
    /// In bytes; the length of the file, not what it takes.
    var size: UInt64
    /// What it takes on its file system, in bytes.
    var allocated: UInt64
    /// Whether it holds snapshots of its own, which a conversion would lose.
    var hasSnapshots = false

    enum Format: String, Hashable, Sendable {
        case raw, qcow2, iso
    }

    /// Looks at a file that is to become a volume.
    /// - Throws: ``Failure`` of kind notFound, permission or usage: for a file that is missing or no regular file, for one
    ///   that no machine could use as a disk, and for one that would read other files of the host.
    init(path: String, task: String) throws(Failure) {
        let (head, status) = try Self.read(path, task: task)
        size = UInt64(status.st_size)
        allocated = UInt64(status.st_blocks) * 512
        func refuse(_ why: String, _ remedy: String) -> Failure { Failure(.usage, task, why: why, remedy: remedy) }
        guard size > 0 else {
            throw refuse("\(path) is empty", "Check the file; for an empty disk: roost volume create")
        }
        if let packed = Self.compressions.first(where: { head.starts(with: $0.magic) }) {
            throw refuse("\(path) is compressed with \(packed.name)", "Unpack it first: \(packed.command) \(path)")
        }
        if let foreign = Self.foreign.first(where: { head.dropFirst($0.offset).starts(with: $0.magic) }) {
            throw refuse(
                "\(path) is a \(foreign.name) image", "Convert it first: qemu-img convert -O qcow2 \(path) disk.qcow2")
        }
        guard head.starts(with: Array("QFI".utf8) + [0xFB]) else {
            format = head.dropFirst(32769).starts(with: Array("CD001".utf8)) ? .iso : .raw
            return
        }
        format = .qcow2
        let version = Self.number(head, at: 4, bytes: 4)
        let clusterBits = Self.number(head, at: 20, bytes: 4)
        let virtual = Self.number(head, at: 24, bytes: 8)
        guard head.count >= 72, version == 2 || version == 3, (9...21).contains(clusterBits),
            virtual <= UInt64(Int64.max)
        else { throw refuse("the header of \(path) is not one of a qcow2 image", "Check it: qemu-img check \(path)") }
        // Such an image from elsewhere would let its machine read any file of the host that QEMU may read.
        guard Self.number(head, at: 8, bytes: 8) == 0 else {
            throw refuse(
                "\(path) stands on another file, which would be looked for on the host",
                "Make it one file: qemu-img convert -O qcow2 \(path) whole.qcow2")
        }
        if version == 3, Self.number(head, at: 72, bytes: 8) & 4 != 0 {
            throw refuse(
                "\(path) keeps its data in another file",
                "Make it one file: qemu-img convert -O qcow2 \(path) whole.qcow2")
        }
        hasSnapshots = Self.number(head, at: 60, bytes: 4) > 0
    }

    private static let compressions: [(name: String, magic: [UInt8], command: String)] = [
        ("gzip", [0x1F, 0x8B], "gunzip"), ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A], "unxz"),
        ("zstd", [0x28, 0xB5, 0x2F, 0xFD], "unzstd"), ("bzip2", [0x42, 0x5A, 0x68], "bunzip2"),
        ("zip", [0x50, 0x4B, 0x03, 0x04], "unzip"),
    ]

    private static let foreign: [(name: String, offset: Int, magic: [UInt8])] = [
        ("VMDK", 0, Array("KDMV".utf8)), ("VHDX", 0, Array("vhdxfile".utf8)), ("VHD", 0, Array("conectix".utf8)),
        ("VDI", 64, [0x7F, 0x10, 0xDA, 0xBE]), ("QED", 0, Array("QED".utf8) + [0]),
    ]

    /// Big-endian, as qcow2 has it; 0 beyond the end.
    private static func number(_ head: [UInt8], at offset: Int, bytes: Int) -> UInt64 {
        guard head.count >= offset + bytes else { return 0 }
        return head[offset..<offset + bytes].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func read(_ path: String, task: String) throws(Failure) -> ([UInt8], stat) {
        guard !path.utf8.contains(0) else { throw Failure(.usage, task, why: "the file's name holds a zero byte") }
        do throws(FileCalls.Errno) {
            return try FileCalls.head(path, count: 1 << 16)
        } catch {
            switch error.number {
            case ENOENT, ENOTDIR: throw Failure(.notFound, task, why: "there is no file \(path)")
            case EACCES, EPERM: throw Failure(.permission, task, why: "\(path) may not be read by you")
            case EINVAL, ENXIO:
                throw Failure(
                    .usage, task, why: "\(path) is not a regular file",
                    remedy: "Copy it into a file first, for example with dd.")
            default: throw Failure(.general, task, why: "\(path) cannot be read (error \(error.number))")
            }
        }
    }
}
