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
        try self.init(
            header, head: file.bytes, length: file.length, called: path, task: task, allowing: ImageAllowances())
        allocated = file.allocated
    }

    /// Judges an image by its first bytes.
    /// - Parameters:
    ///   - head: ``ImageHeader/wanted`` bytes, or all there are.
    ///   - length: of all of it, in bytes.
    ///   - name: the file or address, for messages.
    /// - Throws: ``Failure`` of kind usage.
    init(
        _ header: ImageHeader, head: [UInt8], length: UInt64, called name: String, task: String,
        allowing: ImageAllowances
    ) throws(Failure) {
        size = length
        allocated = length
        func refuse(_ why: String, _ remedy: String) -> Failure { Failure(.usage, task, why: why, remedy: remedy) }
        guard length > 0 else {
            throw refuse("\(name) is empty", "Check the file; for an empty disk: roost volume create")
        }
        if let packing = ImagePacking(of: head) {
            throw refuse("\(name) is compressed with \(packing.name)", "Unpack it first: \(packing.command) \(name)")
        }
        if let foreign = Self.foreign[header.format] {
            throw refuse(
                "\(name) is a \(foreign) image", "Convert it first: qemu-img convert -O qcow2 \(name) disk.qcow2")
        }
        guard header.format != "raw" else {
            format = head.dropFirst(32769).starts(with: Array("CD001".utf8)) ? .iso : .raw
            return
        }
        format = .qcow2
        guard header.isSoundQCOW2 else {
            throw refuse("the header of \(name) is not one of a qcow2 image", "Check it: qemu-img check \(name)")
        }
        // Such an image from elsewhere would let its machine read any file of the host that QEMU may read.
        guard !header.hasBacking || allowing.covers(backing: header.backing?.path) else {
            throw refuse(
                "\(name) stands on another file, which would be looked for on the host",
                "Make it one file: qemu-img convert -O qcow2 \(name) whole.qcow2")
        }
        guard !header.hasDataFile || allowing.covers(dataFile: header.dataFile) else {
            throw refuse(
                "\(name) keeps its data in another file",
                "Make it one file: qemu-img convert -O qcow2 \(name) whole.qcow2")
        }
        hasSnapshots = header.hasSnapshots
    }

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
