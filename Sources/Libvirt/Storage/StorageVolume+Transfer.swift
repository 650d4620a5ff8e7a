internal import CLibvirt

extension StorageVolume {
    /// What becomes of an upload's holes.
    public enum Holes: Hashable, Sendable {
        /// They are kept where that is safe, and sent as zeroes otherwise.
        ///
        /// libvirt skips a hole in a file that has content already, and the old bytes show through. So holes are kept in a
        /// file that takes no room yet, as a new raw volume does, and on block devices, where libvirt writes zeroes.
        case keptWhereSafe
        /// They are sent as zeroes.
        case zeroes
    }

    /// Replaces the volume's content. Runs over the connection for long work and on a thread of its own.
    ///
    /// When it fails or the task is cancelled the stream is aborted, and the volume's content is undefined.
    ///
    /// Maps to `virStorageVolUpload`, `virStreamSend`, `virStreamSendHole` and `virStreamFinish`.
    ///
    /// - Parameters:
    ///   - offset: where in the volume to begin, in bytes.
    ///   - length: refuse more than that many bytes; 0 means no limit.
    ///   - progress: see `DataStream.ProgressHandler`.
    /// - Throws: `LibvirtError`, or what `source` throws.
    @discardableResult
    public func upload(
        from source: sending some ByteSource, offset: UInt64 = 0, length: UInt64 = 0, holes: Holes = .keptWhereSafe,
        progress: DataStream.ProgressHandler? = nil
    ) async throws -> TransferProgress {
        let volume = try await connection.longWork().storageVolume(key: key)
        let sparse = holes == .keptWhereSafe ? try await volume.canKeepHoles() : false
        let source = TransferThread.Box(source)
        return try await TransferThread.run("virStorageVolUpload", of: handle) { cancellation in
            let flags = sparse ? VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM.rawValue : 0
            let stream = try DataStream.make(on: volume.connection)
            try stream.attach { unsafe virStorageVolUpload(volume.handle.pointer, $0, offset, length, flags) }
            return try source.use { source in
                try stream.sendNow(from: &source, sparse: sparse, cancellation, progress)
            }
        }
    }

    /// Opens the volume's content for writing piece by piece, over the connection for long work. What is sent behind the
    /// end makes it longer. Who is done finishes the stream.
    ///
    /// Maps to `virStorageVolUpload`.
    ///
    /// - Parameters:
    ///   - offset: where in the volume to begin, in bytes.
    ///   - keepingHoles: whether holes may be sent, which libvirt skips: only for a volume that ends at `offset`, for otherwise
    ///     the old bytes show through.
    public func openUpload(offset: UInt64 = 0, keepingHoles: Bool = false) async throws(LibvirtError) -> DataStream {
        let volume = try await connection.longWork().storageVolume(key: key)
        let flags = keepingHoles ? VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM.rawValue : 0
        return try await volume.blocking("virStorageVolUpload") { pointer throws(LibvirtError) in
            let stream = try DataStream.make(on: volume.connection)
            try stream.attach { unsafe virStorageVolUpload(pointer, $0, offset, 0, flags) }
            return stream
        }
    }

    /// Opens a part of the volume's content for reading piece by piece, over the connection for long work. libvirt's client
    /// keeps in memory what the host sends and nobody takes, so the part should be small.
    ///
    /// Maps to `virStorageVolDownload`.
    ///
    /// - Parameters:
    ///   - offset: where in the volume to begin, in bytes.
    ///   - length: the most to read, in bytes; at least 1.
    public func openDownload(offset: UInt64, length: UInt64) async throws(LibvirtError) -> DataStream {
        let volume = try await connection.longWork().storageVolume(key: key)
        return try await volume.blocking("virStorageVolDownload") { pointer throws(LibvirtError) in
            let stream = try DataStream.make(on: volume.connection)
            try stream.attach { unsafe virStorageVolDownload(pointer, $0, offset, length, 0) }
            return stream
        }
    }

    /// Reads the volume's content. Runs over the connection for long work and on a thread of its own.
    ///
    /// It comes in windows, because libvirt's client takes in what the host sends whether or not `sink` keeps up; so no more
    /// than two windows, 16 MiB, ever wait in memory.
    ///
    /// Maps to `virStorageVolDownload`, `virStreamRecvFlags`, `virStreamRecvHole` and `virStreamFinish`.
    ///
    /// - Parameters:
    ///   - offset: where in the volume to begin, in bytes.
    ///   - length: the most to read, in bytes; nil means up to the end.
    ///   - sparse: learn of holes instead of receiving zeroes.
    ///   - progress: see `DataStream.ProgressHandler`.
    /// - Throws: `LibvirtError`, or what `sink` throws.
    @discardableResult
    public func download(
        into sink: sending some ByteSink, offset: UInt64 = 0, length: UInt64? = nil, sparse: Bool = true,
        progress: DataStream.ProgressHandler? = nil
    ) async throws -> TransferProgress {
        let volume = try await connection.longWork().storageVolume(key: key)
        let length = try await volume.readable(length, from: offset)
        let sink = TransferThread.Box(sink)
        let windows = DownloadWindows(volume: volume, offset: offset, length: length, sparse: sparse)
        return try await TransferThread.run("virStorageVolDownload", of: handle) { cancellation in
            try sink.use { sink in try windows.receive(into: &sink, cancellation, progress) }
        }
    }

    /// How much there is to read behind `offset`. libvirt makes up a hole, as long as it was asked for, behind the end.
    private func readable(_ length: UInt64?, from offset: UInt64) async throws(LibvirtError) -> UInt64? {
        guard offset > 0 else { return length }
        let size = try await physicalInfo().allocation
        return min(length ?? .max, size > offset ? size - offset : 0)
    }

    private func canKeepHoles() async throws(LibvirtError) -> Bool {
        let info = try await info()
        return info.kind == .block || info.allocation == 0
    }
}
