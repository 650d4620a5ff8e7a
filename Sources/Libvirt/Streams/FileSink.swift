import Glibc

/// Writes a file from its beginning. Holes take no room in a regular file.
public final class FileSink: ByteSink {
    private let file: OpenFile
    private let isRegular: Bool
    private var position: Int64 = 0

    /// Opens the file at `path` for writing, readable by its owner alone where it is made.
    ///
    /// - Parameter replacing: empties a file that exists, or writes to the device; otherwise it is an error that there is
    ///   one.
    public convenience init(path: String, replacing: Bool = false) throws(FileError) {
        let flags = O_WRONLY | O_CREAT | (replacing ? O_TRUNC : O_EXCL)
        try self.init(OpenFile(path: path, flags: flags, mode: 0o600))
    }

    /// Takes over an open descriptor, such as a pipe's, and closes it in the end.
    ///
    /// - Parameters:
    ///   - descriptor: of an empty file, a device or a pipe.
    ///   - name: for errors.
    public convenience init(adopting descriptor: Int32, name: String) throws(FileError) {
        try self.init(OpenFile(adopting: descriptor, path: name))
    }

    private init(_ file: OpenFile) throws(FileError) {
        isRegular = try file.status().kind == S_IFREG
        self.file = file
    }

    /// Must not be called after `finish()`.
    public func write(_ bytes: Span<UInt8>) throws {
        var done = 0
        let descriptor = file.descriptor
        while done < bytes.count {
            let rest = bytes.extracting(droppingFirst: done)
            let offset = off_t(position)
            let count = unsafe rest.withUnsafeBytes { rest in
                isRegular
                    ? unsafe pwrite(descriptor, rest.baseAddress, rest.count, offset)
                    : unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError.last("write", file.path)
            }
            done += count
            position += Int64(count)
        }
    }

    public func writeHole(_ length: Int64) throws {
        if isRegular {
            position += length
            return
        }
        let zeroes = [UInt8](repeating: 0, count: Int(min(length, 1 << 18)))
        var left = length
        while left > 0 {
            let count = min(left, Int64(zeroes.count))
            try write(zeroes.span.extracting(first: Int(count)))
            left -= count
        }
    }

    public func finish() throws {
        if isRegular, ftruncate(file.descriptor, off_t(position)) != 0 { throw FileError.last("extend", file.path) }
        try file.finish()
    }
}
