import Glibc
import LibvirtXML
import NIOCore

/// Opens images by Roost's own hand: QEMU, which reads them later, opens no file and follows no name.
struct ImageOpener: Sendable {
    /// Where volumes are looked up; nil takes files of this computer alone.
    let host: Host?
    /// Whether an image may stand on one that lies anywhere.
    var followsAnywhere = false
    /// What cannot be done without: "Cannot look into web.qcow2".
    let task: String

    /// More than any chain that people make.
    private static let deepest = 64
    /// What QEMU reads, and this reader knows to gate.
    private static let formats: Set<String> = ["raw", "qcow2", "vmdk", "vdi", "vpc", "vhdx", "qed"]

    /// - Parameters:
    ///   - format: what a machine's definition states; nil goes by the image's own header.
    /// - Throws: ``Failure`` of kind notFound or permission for what cannot be opened, of kind usage for what is no image that
    ///   may be read.
    func open(_ path: String, format: String? = nil) async throws(Failure) -> OpenedImage {
        var layers: [OpenedImage.Layer] = []
        var next: (path: String, format: String?, isBacking: Bool)? = (path, format, false)
        var (virtualSize, allocation): (UInt64?, UInt64?)
        while let wanted = next {
            guard layers.count < Self.deepest, !layers.contains(where: { $0.path == wanted.path }) else {
                throw refuse("\(path) stands on a chain of images that has no end")
            }
            let found = try await find(wanted.path, isBacking: wanted.isBacking)
            let header = try await header(of: found)
            let kind = try gate(header, of: found, stated: wanted.format)
            if layers.isEmpty { (virtualSize, allocation) = (header.capacity ?? found.source.size, found.allocation) }
            if layers.isEmpty, kind == "raw" { virtualSize = found.source.size }
            layers.append(OpenedImage.Layer(path: wanted.path, format: kind, source: found.source))
            next = kind == "raw" ? nil : try await backing(header, of: wanted.path)
        }
        return OpenedImage(layers: layers, virtualSize: virtualSize, allocation: allocation)
    }

    private struct Found {
        let path: String
        let source: any BlockSource
        let allocation: UInt64?
    }

    private func refuse(_ why: String, _ remedy: String? = nil) -> Failure {
        Failure(.usage, task, why: why, remedy: remedy)
    }

    /// A file of this computer where it can be read, else the volume at that path.
    private func find(_ path: String, isBacking: Bool) async throws(Failure) -> Found {
        var problem: Int32 = ENOENT
        if host?.uri.isLocal ?? true {
            do throws(LocalFiles.Errno) {
                let head = try LocalFiles.head(path, count: 0)
                let source = try LocalBlockSource(path: path, size: head.length, followsLink: !isBacking)
                return Found(path: path, source: source, allocation: head.kind == .file ? head.allocated : nil)
            } catch {
                problem = error.number
            }
        }
        if let host, path.hasPrefix("/") {
            do throws(Failure) {
                return try await volume(host.volume(VolumeAddress(path)), path: path)
            } catch {
                guard error.kind == .notFound, problem != ENOENT else { throw error.whileDoing(task) }
            }
        }
        switch problem {
        case ENOENT, ENOTDIR: throw Failure(.notFound, task, why: "there is no file \(path)")
        case EACCES, EPERM:
            throw Failure(
                .permission, task, why: "\(path) may not be read by you",
                remedy: "Where a pool holds it, name it POOL/VOLUME: libvirt reads it then.")
        case ELOOP: throw refuse("\(path), which it stands on, is a symbolic link")
        case EINVAL, ENXIO: throw refuse("\(path) is no regular file and no block device")
        default: throw Failure(.general, task, why: "\(path) cannot be read (error \(problem))")
        }
    }

    private func volume(_ volume: Volume, path: String) async throws(Failure) -> Found {
        let view = try await volume.view()
        guard let size = view.physical ?? view.capacity else {
            throw Failure(.general, task, why: "the host does not tell how long \(path) is")
        }
        return Found(
            path: path, source: VolumeBlockSource(volume: volume.handle, size: size), allocation: view.allocation)
    }

    private func header(of found: Found) async throws(Failure) -> ImageHeader {
        let size = found.source.size
        guard size > 0 else { throw refuse("\(found.path) is empty") }
        var bytes = try await read(found, count: ImageHeader.wanted)
        if let packed = ImagePacking(of: bytes) {
            throw refuse("\(found.path) is compressed with \(packed.name)", "Unpack it first: \(packed.command)")
        }
        let header = ImageHeader(bytes, length: size)
        if header.format == "vmdk", String(decoding: bytes, as: UTF8.self).contains("parentFileNameHint=") {
            throw refuse("\(found.path) is a VMDK image that stands on another one, which is not followed")
        }
        guard header.hasBacking, header.backing == nil, size > UInt64(bytes.count) else { return header }
        bytes = try await read(found, count: ImageHeader.largestCluster)
        return ImageHeader(bytes, length: size)
    }

    private func read(_ found: Found, count: Int) async throws(Failure) -> [UInt8] {
        do {
            let count = Int(min(UInt64(count), found.source.size))
            return Array(buffer: try await found.source.read(at: 0, count: count))
        } catch {
            throw (error as? Failure)?.whileDoing(task)
                ?? Failure(.general, task, why: "\(found.path) cannot be read: \(error)")
        }
    }

    /// - Returns: the format that is stated to QEMU.
    private func gate(_ header: ImageHeader, of found: Found, stated: String?) throws(Failure) -> String {
        if stated == "raw" { return "raw" }
        if let stated, stated != header.format {
            throw refuse("\(found.path) should be \(stated), but its header is not one of that format")
        }
        guard Self.formats.contains(header.format) else {
            throw refuse("\(found.path) is a \(header.format) image, which Roost does not read")
        }
        if header.format == "qcow2" {
            guard header.isSoundQCOW2 else {
                throw refuse("the header of \(found.path) is not one of a qcow2 image", "Check it: qemu-img check FILE")
            }
            guard !header.hasDataFile else { throw refuse("\(found.path) keeps its data in another file") }
            guard !header.isEncrypted else { throw refuse("\(found.path) is encrypted") }
        }
        guard !header.isDescriptorOnly else {
            throw refuse("\(found.path) only describes a VMDK image whose data lies in other files")
        }
        return header.format
    }

    /// An image from elsewhere could name any file. So what it stands on must lie beside it, or be a volume of a pool.
    private func backing(
        _ header: ImageHeader, of path: String
    ) async throws(Failure) -> (path: String, format: String?, isBacking: Bool)? {
        guard header.hasBacking else { return nil }
        guard let backing = header.backing else { throw refuse("\(path) stands on an image without a proper name") }
        let name = backing.path
        let isURL = name.prefix { $0 != "/" }.contains(":")
        guard !isURL else { throw refuse("\(path) stands on '\(name)', which is no file's name") }
        guard let format = backing.format else {
            throw refuse(
                "\(path) does not state the format of \(name), which it stands on",
                "State it, where you trust both: qemu-img rebase -u -F FORMAT -b \(ShellWord.quoted(name)) \(ShellWord.quoted(path))"
            )
        }
        let full = StoragePath.tidy(name.hasPrefix("/") ? name : Self.directory(of: path) + "/" + name)
        guard try await isPlausible(full, beside: path) else {
            throw Failure(
                .permission, task, why: "\(path) stands on \(full), which is neither beside it nor a volume of a pool",
                remedy: "Where you trust the image, say --follow-backing.")
        }
        return (full, format, !followsAnywhere)
    }

    private func isPlausible(_ backing: String, beside path: String) async throws(Failure) -> Bool {
        if followsAnywhere { return true }
        let directories = [path, backing].map { path in
            let directory = Self.directory(of: path)
            return host?.uri.isLocal ?? true ? LocalFiles.resolved(directory) ?? directory : directory
        }
        if directories[0] == directories[1] { return true }
        // A name that could be no volume's is none.
        guard let host, let address = try? VolumeAddress(backing) else { return false }
        do throws(Failure) {
            return try await Host.unlessGone { () throws(Failure) in try await host.volume(address) } != nil
        } catch {
            throw error.whileDoing(task)
        }
    }

    private static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
