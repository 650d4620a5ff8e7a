/// What every image has to pass that comes to a host, whatever way it comes: its first bytes are looked at before any more
/// of it is taken.
struct ImageGate: Sendable {
    /// The room of the pool that it goes to, in bytes.
    struct Room: Hashable, Sendable {
        var free: UInt64
        var capacity: UInt64
    }

    /// An image that may come in.
    struct Passed: Hashable, Sendable {
        var format: ImageForm
        /// What a machine sees, in bytes; nil for a raw image whose end is not known yet.
        var virtualSize: UInt64?
        /// What the person should know, a sentence each.
        var notices: [String] = []
    }

    let task: String
    /// The file or address, for messages.
    let source: String
    let room: Room
    let allowances: ImageAllowances

    /// - Parameters:
    ///   - head: the first ``ImageHeader/wanted`` bytes, or all there are.
    ///   - length: of all of it, in bytes; nil where that is not known yet.
    /// - Throws: ``Failure`` of kind usage for what must not come in, of kind resources for what does not fit.
    func pass(_ head: [UInt8], length: UInt64?) throws(Failure) -> Passed {
        let header = ImageHeader(head, length: length ?? UInt64(head.count))
        let image: DiskImage
        do throws(Failure) {
            image = try DiskImage(
                header, head: head, length: length ?? UInt64(head.count), called: source, task: task,
                allowing: allowances)
        } catch {
            throw explained(error, header)
        }
        if let length { try checkLength(length) }
        switch image.format {
        case .iso:
            throw Failure(
                .usage, task, why: "\(source) is an ISO image, a medium and no disk",
                remedy: "For installing from it: roost volume upload, then roost create --cdrom")
        case .raw:
            try refuseText(head)
            if let length { try checkSize(length) }
            return Passed(format: .raw, virtualSize: length)
        case .qcow2: return try pass(header)
        }
    }

    private func pass(_ header: ImageHeader) throws(Failure) -> Passed {
        guard !header.isMarkedCorrupt else {
            throw Failure(
                .usage, task, why: "\(source) is marked as damaged by whoever wrote it last",
                remedy: "Fetch it again, or have it mended: qemu-img check -r all")
        }
        let size = header.capacity ?? 0
        try checkSize(size)
        var passed = Passed(format: .qcow2, virtualSize: size)
        if header.isEncrypted {
            passed.notices.append("The image is encrypted: a machine needs its secret to start from it.")
        }
        if header.hasSnapshots {
            passed.notices.append("The image holds snapshots of its own, which machines made from it do not see.")
        }
        if size > room.free {
            passed.notices.append(
                "Its disk has \(StorageSize.text(size)), and the pool \(StorageSize.text(room.free)) left: a machine that fills it runs out of room."
            )
        }
        return passed
    }

    /// Bytes that may still be stored.
    /// - Throws: ``Failure`` of kind resources.
    func checkLength(_ length: UInt64) throws(Failure) {
        guard length > room.free else { return }
        throw Failure(
            .resources, task,
            why: "it takes \(StorageSize.text(length)), and the pool has \(StorageSize.text(room.free)) left",
            remedy: "Free some space, or choose another pool: --pool NAME")
    }

    /// An image is thin, and grows in machines only. But one larger than all of the pool is a mistake, or a trap for whoever
    /// makes a full copy of it.
    func checkSize(_ size: UInt64) throws(Failure) {
        guard size > 0 else { throw Failure(.usage, task, why: "the disk in \(source) has no size") }
        guard size > room.capacity, !allowances.overcommit else { return }
        throw Failure(
            .resources, task,
            why: "its disk has \(StorageSize.text(size)), and all of the pool \(StorageSize.text(room.capacity))",
            remedy: "If that is meant: --overcommit")
    }

    /// What a server says in place of an image is no disk.
    private func refuseText(_ head: [UInt8]) throws(Failure) {
        let start = String(decoding: head.prefix(256), as: UTF8.self).lowercased()
        guard start.contains("<html") || start.contains("<!doctype") else { return }
        throw Failure(.usage, task, why: "\(source) is a web page, not an image")
    }

    /// Names the option that would let it in.
    private func explained(_ failure: Failure, _ header: ImageHeader) -> Failure {
        let option: String
        if header.hasBacking, let name = header.backing?.path {
            option = "--allow-backing \(ShellWord.quoted(name))"
        } else if header.hasDataFile, let name = header.dataFile {
            option = "--allow-data-file \(ShellWord.quoted(name))"
        } else {
            return failure
        }
        return Failure(
            failure.kind, failure.what, why: failure.why,
            remedy: "If that file on the host is meant: \(option)")
    }
}
