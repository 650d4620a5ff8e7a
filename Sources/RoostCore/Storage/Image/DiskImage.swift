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
        let (header, file) = try Self.read(path, task: task)
        size = file.length
        allocated = file.allocated
        func refuse(_ why: String, _ remedy: String) -> Failure { Failure(.usage, task, why: why, remedy: remedy) }
        guard size > 0 else {
            throw refuse("\(path) is empty", "Check the file; for an empty disk: roost volume create")
        }
        if let packed = Self.compression(of: file.bytes) {
            throw refuse("\(path) is compressed with \(packed.name)", "Unpack it first: \(packed.command) \(path)")
        }
        if let foreign = Self.foreign[header.format] {
            throw refuse(
                "\(path) is a \(foreign) image", "Convert it first: qemu-img convert -O qcow2 \(path) disk.qcow2")
        }
        guard header.format != "raw" else {
            format = file.bytes.dropFirst(32769).starts(with: Array("CD001".utf8)) ? .iso : .raw
            return
        }
        format = .qcow2
        guard header.isSoundQCOW2 else {
            throw refuse("the header of \(path) is not one of a qcow2 image", "Check it: qemu-img check \(path)")
        }
        // Such an image from elsewhere would let its machine read any file of the host that QEMU may read.
        guard !header.hasBacking else {
            throw refuse(
                "\(path) stands on another file, which would be looked for on the host",
                "Make it one file: qemu-img convert -O qcow2 \(path) whole.qcow2")
        }
        guard !header.hasDataFile else {
            throw refuse(
                "\(path) keeps its data in another file",
                "Make it one file: qemu-img convert -O qcow2 \(path) whole.qcow2")
        }
        hasSnapshots = header.hasSnapshots
    }

    /// How a file is packed, and what unpacks it; nil for one that is not.
    static func compression(of bytes: [UInt8]) -> (name: String, command: String)? {
        compressions.first { bytes.starts(with: $0.magic) }.map { ($0.name, $0.command) }
    }

    private static let compressions: [(name: String, magic: [UInt8], command: String)] = [
        ("gzip", [0x1F, 0x8B], "gunzip"), ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A], "unxz"),
        ("zstd", [0x28, 0xB5, 0x2F, 0xFD], "unzstd"), ("bzip2", [0x42, 0x5A, 0x68], "bunzip2"),
        ("zip", [0x50, 0x4B, 0x03, 0x04], "unzip"),
    ]

    /// What people call the formats that hosts could not use as volumes, by ``ImageHeader/format``.
    private static let foreign = ["vmdk": "VMDK", "vhdx": "VHDX", "vpc": "VHD", "vdi": "VDI", "qed": "QED"]

    private static func read(_ path: String, task: String) throws(Failure) -> (ImageHeader, LocalHead) {
        guard !path.utf8.contains(0) else { throw Failure(.usage, task, why: "the file's name holds a zero byte") }
        do throws(LocalFiles.Errno) {
            let (header, file) = try ImageHeader.read(path)
            guard file.kind == .file else { throw LocalFiles.Errno(number: EINVAL) }
            return (header, file)
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
