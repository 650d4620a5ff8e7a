import Glibc

/// Reads a file from its beginning. Holes of a regular file are found without reading them.
public final class FileSource: ByteSource {
    private let file: OpenFile
    private let kind: mode_t
    private var position: Int64 = 0
    /// Up to here, no hole lies ahead.
    private var dataEnd: Int64 = 0

    /// Size in bytes of a regular file as it was opened; nil for anything else.
    public let size: Int64?

    /// Opens the file at `path` for reading.
    public convenience init(path: String) throws(FileError) {
        try self.init(OpenFile(path: path, flags: O_RDONLY))
    }

    /// Takes over an open descriptor, such as a pipe's, and closes it in the end. What is not a regular file is read from
    /// where the descriptor stands.
    ///
    /// - Parameter name: for errors.
    public convenience init(adopting descriptor: Int32, name: String) throws(FileError) {
        try self.init(OpenFile(adopting: descriptor, path: name))
    }

    private init(_ file: OpenFile) throws(FileError) {
        let status = try file.status()
        kind = status.kind
        size = status.kind == S_IFREG ? status.size : nil
        self.file = file
    }

    public func next(into buffer: inout MutableSpan<UInt8>) throws -> ByteRun {
        if kind == S_IFREG, position >= dataEnd, let run = try enterData() { return run }
        let room = kind == S_IFREG ? Int(min(Int64(buffer.count), dataEnd - position)) : buffer.count
        let count = try read(into: &buffer, atMost: room)
        position += Int64(count)
        return count > 0 ? .data(count) : .end
    }

    /// Finds the data that begins at the position; answers with the hole or the end that lies there instead.
    private func enterData() throws(FileError) -> ByteRun? {
        guard let start = try seek(OpenFile.data) else {
            let size = try file.status().size
            return size > position ? hole(to: size) : .end
        }
        if start > position { return hole(to: start) }
        guard let end = try seek(OpenFile.hole) else { return .end }
        dataEnd = end
        return nil
    }

    /// As `OpenFile.seek`; a file system that knows no holes has data everywhere.
    private func seek(_ whence: Int32) throws(FileError) -> Int64? {
        do throws(FileError) {
            return try file.seek(from: position, whence)
        } catch {
            guard error.number == EINVAL else { throw error }
            let size = try file.status().size
            guard size > position else { return nil }
            return whence == OpenFile.data ? position : size
        }
    }

    private func hole(to end: Int64) -> ByteRun {
        defer { position = end }
        return .hole(end - position)
    }

    private func read(into buffer: inout MutableSpan<UInt8>, atMost room: Int) throws(FileError) -> Int {
        let (descriptor, position, seekable) = (file.descriptor, position, kind == S_IFREG)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                seekable
                    ? unsafe pread(descriptor, bytes.baseAddress, room, off_t(position))
                    : unsafe Glibc.read(descriptor, bytes.baseAddress, room)
            }
            if count >= 0 { return count }
            if errno != EINTR { throw .last("read", file.path) }
        }
    }
}
