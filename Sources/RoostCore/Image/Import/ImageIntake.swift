import Libvirt
import LibvirtXML

/// Takes the bytes of one image, whatever way they come: looks at the first of them, hashes all, and puts them into a
/// partial volume that nothing takes for an image yet.
///
/// A qcow2 image lies there without the four bytes that it begins with. So libvirt, which looks at every new file of a pool,
/// reads nothing in one that is not whole, and the host can copy it byte by byte, which it would convert otherwise.
actor ImageIntake {
    /// An image that is all there.
    struct Whole: Sendable {
        var volume: Volume
        var format: ImageForm
        /// Of the file, in bytes.
        var length: UInt64
        /// What a machine sees, in bytes.
        var virtualSize: UInt64
        /// SHA-256 of the bytes, in hexadecimal.
        var digest: String
        var notices: [String]
    }

    static let magic: [UInt8] = [0x51, 0x46, 0x49, 0xFB]
    private static let pieceSize = 1 << 20
    /// Zeroes of a raw image become holes by runs of this length.
    private static let holeSize = 64 << 10

    private let volume: Volume
    private let gate: ImageGate
    private nonisolated let task: String
    /// Of all of it, in bytes; nil where that is not known.
    private var length: UInt64?
    private var passed: ImageGate.Passed?
    private var hash = ImageHash(.sha256)
    /// Bytes that were taken, and of these the ones that still wait here.
    private(set) var position: UInt64 = 0
    private var waiting: [UInt8] = []
    /// What the volume held before.
    private var start: UInt64 = 0
    private var stream: DataStream?
    private static let zeroes = [UInt8](repeating: 0, count: pieceSize)

    /// - Parameter volume: empty.
    init(into volume: Volume, gate: ImageGate, length: UInt64?) {
        self.volume = volume
        self.gate = gate
        task = gate.task
        self.length = length
    }

    /// How long it will be, in bytes.
    /// - Throws: ``Failure`` of kind resources.
    func expect(_ length: UInt64) throws(Failure) {
        try gate.checkLength(length)
        self.length = length
    }

    /// What was said of the length holds for the file that it is unpacked from.
    func forgetLength() { length = nil }

    /// - Throws: ``Failure``, also for an image that must not come in.
    func take(_ piece: ImagePiece) async throws(Failure) {
        switch piece {
        case .data(let bytes):
            hash.update(bytes)
            try advance(by: UInt64(bytes.count))
            waiting += bytes
            let enough = passed == nil ? ImageHeader.wanted : Self.pieceSize
            if waiting.count >= enough { try await flush() }
        case .hole(let length): try await skip(length)
        }
    }

    private func skip(_ length: UInt64) async throws(Failure) {
        // The gate has to see the bytes that it judges by.
        if passed == nil {
            let count = min(length, UInt64(max(0, ImageHeader.wanted - waiting.count)))
            try await take(.data([UInt8](repeating: 0, count: Int(count))))
            if length > count { try await skip(length - count) }
            return
        }
        try await flush()
        try advance(by: length)
        var left = length
        while left > 0 {
            let count = Int(min(left, UInt64(Self.zeroes.count)))
            hash.update(count == Self.pieceSize ? Self.zeroes : Array(Self.zeroes[..<count]))
            left -= UInt64(count)
        }
        try await send { stream throws(LibvirtError) in try await stream.sendHole(Int64(clamping: length)) }
    }

    private func advance(by count: UInt64) throws(Failure) {
        let (sum, overflow) = position.addingReportingOverflow(count)
        position = overflow ? .max : sum
        if length == nil || position > length ?? 0 { try gate.checkLength(position) }
    }

    /// To be called when the source has ended.
    func finish() async throws(Failure) -> Whole {
        try await flush()
        guard let passed else {
            throw Failure(.usage, task, why: "\(gate.source) is empty", remedy: "Check the file.")
        }
        if length == nil, passed.format == .raw { try gate.checkSize(position) }
        if let stream {
            self.stream = nil
            do throws(LibvirtError) {
                try await stream.finish()
            } catch {
                throw Failure(task, error)
            }
        }
        try await checkStored()
        return Whole(
            volume: volume, format: passed.format, length: position, virtualSize: passed.virtualSize ?? position,
            digest: hash.digest, notices: passed.notices)
    }

    /// Takes the bytes for its own that the volume holds already, from a transfer that was cut off.
    /// - Parameter take: gets them too.
    /// - Returns: how many; 0 where they are too few to go on from.
    func resume(_ take: ([UInt8]) -> Void) async throws(Failure) -> UInt64 {
        let stored = try await volume.length(for: task)
        var head = try await volume.bytes(UInt64(ImageHeader.wanted), from: 0, for: task)
        guard head.count == ImageHeader.wanted else { return 0 }
        // The beginning of a qcow2 image is left out in the volume.
        let completed = Self.magic + head.dropFirst(Self.magic.count)
        if head.starts(with: [0, 0, 0, 0]), ImageHeader(completed, length: stored).isSoundQCOW2 { head = completed }
        passed = try gate.pass(head, length: length)
        guard passed?.format == .qcow2 else { return 0 }
        hash.update(head)
        take(head)
        position = UInt64(head.count)
        while position < stored {
            let bytes = try await volume.bytes(8 << 20, from: position, for: task)
            guard !bytes.isEmpty else { break }
            hash.update(bytes)
            take(bytes)
            position += UInt64(bytes.count)
        }
        start = position
        return position
    }

    /// Gives up. What was sent stays in the volume, or some of it.
    /// - Parameter keeping: whether it is to be gone on with.
    func abandon(keeping: Bool = false) async {
        guard let stream else { return }
        self.stream = nil
        // In a task of its own: a cancelled one makes no calls. A stream that has failed can be neither.
        _ = await Task { if keeping { try await stream.finish() } else { try await stream.abort() } }.result
    }

    /// The host must have as many bytes as were sent: another program may write to its directory too.
    private func checkStored() async throws(Failure) {
        let stored = try await volume.length(for: task)
        guard stored == position else {
            throw Failure(
                .state, task,
                why: "the host has \(stored) bytes of it where \(position) were sent",
                remedy: "See whether another program writes to pool \(volume.pool.label), and try again.")
        }
    }

    private func flush() async throws(Failure) {
        guard !waiting.isEmpty else { return }
        var bytes = waiting
        waiting = []
        if passed == nil {
            let passed = try gate.pass(Array(bytes.prefix(ImageHeader.wanted)), length: length)
            self.passed = passed
            if passed.format == .qcow2 { bytes.replaceSubrange(0..<Self.magic.count, with: [0, 0, 0, 0]) }
        }
        guard passed?.format == .raw else {
            return try await send { [bytes] stream throws(LibvirtError) in try await stream.send(bytes) }
        }
        try await sendKeepingHoles(bytes)
    }

    private func sendKeepingHoles(_ bytes: [UInt8]) async throws(Failure) {
        var start = 0
        while start < bytes.count {
            let isHole = Self.isZero(bytes[start..<min(start + Self.holeSize, bytes.count)])
            var end = min(start + Self.holeSize, bytes.count)
            while end < bytes.count {
                let next = min(end + Self.holeSize, bytes.count)
                guard Self.isZero(bytes[end..<next]) == isHole else { break }
                end = next
            }
            let piece = isHole ? [] : Array(bytes[start..<end])
            let count = end - start
            try await send { stream throws(LibvirtError) in
                if isHole {
                    try await stream.sendHole(Int64(count))
                } else {
                    try await stream.send(piece)
                }
            }
            start = end
        }
    }

    private static func isZero(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.elementsEqual(zeroes[..<bytes.count]) }

    private func send(_ body: (DataStream) async throws(LibvirtError) -> Void) async throws(Failure) {
        let handle = volume.handle
        do throws(LibvirtError) {
            let stream: DataStream
            if let open = self.stream {
                stream = open
            } else {
                stream = try await handle.openUpload(offset: start, keepingHoles: true)
                self.stream = stream
            }
            try await body(stream)
        } catch {
            if error.code == .cancelled { throw Failure(.interrupted, task, why: "it was stopped") }
            throw Failure(task, error)
        }
    }
}
