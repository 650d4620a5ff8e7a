import Libvirt
import LibvirtXML

/// An upload that comes in pieces, over many requests: each goes straight on into the volume, and what breaks off is gone on
/// with where it ended. Nothing is kept on this computer.
///
/// As with ``Host/uploadVolume(_:)`` the bytes lie under a name of their own until all are there, and an image that would read
/// other files of the host is refused by its first bytes.
public actor ResumableUpload {
    public nonisolated let host: String
    public nonisolated let pool: String
    public nonisolated let name: String
    /// In bytes.
    public nonisolated let size: UInt64
    /// How many bytes are in the volume for certain.
    public private(set) var offset: UInt64 = 0
    /// The volume, once it has its name.
    public private(set) var result: UploadedVolume?

    private let partial: PartialName
    private var image: DiskImage?
    private var isBusy = false

    private nonisolated var task: String { "Cannot upload \(pool)/\(name)" }

    /// A piece that is handed to libvirt at once, in bytes.
    private static let pieceSize = 1 << 20
    /// The largest file that is taken, in bytes.
    private static let largest: UInt64 = 1 << 46

    /// Makes the volume that the bytes go to.
    /// - Parameter size: of all that will come, in bytes, at least 1.
    /// - Throws: ``Failure``: of kind usage, exists, state or resources.
    public static func begin(_ name: String, size: UInt64, in pool: Pool) async throws(Failure) -> ResumableUpload {
        let task = "Cannot upload \(pool.label)/\(name)"
        try StorageName.check(name, kind: "volume", reserved: PartialName.overhead)
        guard (1...largest).contains(size) else {
            throw Failure(.usage, task, why: "a file of \(size) bytes cannot be uploaded")
        }
        try await pool.requireActive(for: task)
        guard try await pool.volume(named: name) == nil else {
            throw Failure(.exists, task, why: "there is a volume of that name", remedy: "Choose another name.")
        }
        try await pool.requireRoom(size, for: task)
        let upload = ResumableUpload(host: pool.host.name, pool: pool.name, name: name, size: size)
        _ = try await pool.create(
            LibvirtXML.Volume(name: upload.partial.text, capacity: size, format: .raw, allocation: 0), for: task)
        return upload
    }

    private init(host: String, pool: String, name: String, size: UInt64) {
        (self.host, self.pool, self.name, self.size) = (host, pool, name, size)
        partial = PartialName(for: name)
    }

    /// Takes the bytes that follow. With the last of them the volume gets its name.
    /// - Parameters:
    ///   - start: where they belong; they go on where the last piece ended.
    ///   - host: a connection to the upload's host, which may be another one each time.
    /// - Returns: ``offset`` afterwards, also when the bytes broke off.
    /// - Throws: ``Failure``: of kind state for the wrong place and while another piece is coming; of kind usage for an image
    ///   that must not come in, and for more bytes than were announced.
    public func append<Bytes: AsyncSequence & Sendable>(
        at start: UInt64, _ bytes: Bytes, over host: Host
    ) async throws -> UInt64 where Bytes.Element == [UInt8] {
        guard !isBusy else {
            throw Failure(
                .state, task, why: "another piece of it is coming", remedy: "Ask for its offset, and try again.")
        }
        guard start == offset, result == nil else {
            throw Failure(.state, task, why: "\(offset) bytes are there, and the piece begins at \(start)")
        }
        isBusy = true
        defer { isBusy = false }
        let volume = try await volume(over: host)
        if offset < size { try await write(bytes, to: volume) }
        if offset == size { try await publish(volume) }
        return offset
    }

    private func volume(over host: Host) async throws(Failure) -> Volume {
        guard let volume = try await host.pool(pool).volume(named: partial.text) else {
            throw Failure(.notFound, task, why: "what had come of it is gone", remedy: "Begin anew.")
        }
        return volume
    }

    private func write<Bytes: AsyncSequence & Sendable>(
        _ bytes: Bytes, to volume: Volume
    ) async throws where Bytes.Element == [UInt8] {
        let (task, handle, begin) = (task, volume.handle, offset)
        let stream = try await doing(task) { () throws(LibvirtError) in
            try await handle.openUpload(offset: begin)
        }
        var sent = offset
        do {
            var waiting: [UInt8] = []
            for try await piece in bytes {
                waiting += piece
                guard sent + UInt64(waiting.count) <= size else {
                    throw Failure(.usage, task, why: "more than the \(size) bytes come that were announced")
                }
                if waiting.count >= Self.pieceSize { try await send(&waiting, &sent, stream) }
            }
            if !waiting.isEmpty { try await send(&waiting, &sent, stream) }
        } catch {
            // What was sent is there once the stream has ended well, and the next piece goes on from it.
            let end = await Task { await attempt { () throws(Failure) in try await Self.finish(stream, task) } }.value
            if case .success = end { offset = sent }
            throw error
        }
        try await Self.finish(stream, task)
        offset = sent
    }

    private static func finish(_ stream: DataStream, _ task: String) async throws(Failure) {
        try await doing(task) { () throws(LibvirtError) in try await stream.finish() }
    }

    private func send(_ waiting: inout [UInt8], _ sent: inout UInt64, _ stream: DataStream) async throws(Failure) {
        try judge(waiting, at: sent)
        let (task, piece) = (task, waiting)
        try await doing(task) { () throws(LibvirtError) in try await stream.send(piece) }
        sent += UInt64(piece.count)
        waiting = []
    }

    /// Looks at the first bytes before any of them is in the volume: there a machine could use them as a disk, whatever the
    /// volume is called.
    private func judge(_ bytes: [UInt8], at position: UInt64) throws(Failure) {
        guard image == nil || position == 0 else { return }
        let wanted = Int(min(UInt64(ImageHeader.wanted), size))
        guard position == 0, bytes.count >= wanted else {
            throw Failure(
                .usage, task, why: "the first piece has less than \(wanted) bytes, too few to see what comes",
                remedy: "Send larger pieces.")
        }
        let head = Array(bytes.prefix(wanted))
        image = try DiskImage(
            ImageHeader(head, length: size), head: head, length: size, called: name, task: task,
            allowing: ImageAllowances())
    }

    private func publish(_ volume: Volume) async throws {
        guard let image else { throw Failure(.general, task, why: "its beginning was never seen") }
        var undo = UndoStack()
        let final = try await PartialVolume(volume, image: image, replace: false, task: task)
            .publish(as: name, undo: &undo)
        result = UploadedVolume(
            pool: pool, name: name, path: final.path, size: size, sent: size, isListed: final.isListed, leftovers: [])
    }

    /// Removes what has come. A complete upload stays.
    public func cancel(over host: Host) async throws(Failure) {
        guard result == nil else { return }
        guard !isBusy else {
            throw Failure(.state, "Cannot stop the upload of \(name)", why: "a piece of it is coming")
        }
        if let volume = try await host.pool(pool).volume(named: partial.text) { try await volume.remove() }
    }
}
