import Glibc

/// Owns a file descriptor.
final class OpenFile {
    let descriptor: Int32
    let path: String
    private var isOpen = true

    init(path: String, flags: Int32, mode: mode_t = 0) throws(FileError) {
        guard !path.utf8.contains(0) else { throw FileError(operation: "open", path: path, number: EINVAL) }
        let opened = unsafe Glibc.open(path, flags | O_CLOEXEC, mode)
        guard opened >= 0 else { throw .last("open", path) }
        descriptor = opened
        self.path = path
    }

    /// Takes over `descriptor`.
    init(adopting descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        if isOpen { close(descriptor) }
    }

    /// Closes the descriptor and reports what a deferred write, as network file systems do, may have failed with. The file
    /// must not be used afterwards.
    func finish() throws(FileError) {
        guard isOpen else { return }
        isOpen = false
        guard close(descriptor) == 0 else { throw .last("close", path) }
    }

    /// The file's kind and, for a regular file, its size in bytes.
    func status() throws(FileError) -> (kind: mode_t, size: Int64) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .last("inspect", path) }
        return (status.st_mode & S_IFMT, Int64(status.st_size))
    }

    /// Where a seek ends; nil when nothing of what is sought is left (`ENXIO`).
    func seek(from start: Int64, _ whence: Int32) throws(FileError) -> Int64? {
        let position = lseek(descriptor, off_t(start), whence)
        if position >= 0 { return Int64(position) }
        if errno == ENXIO { return nil }
        throw .last("seek in", path)
    }
}

extension OpenFile {
    // Glibc hides these behind _GNU_SOURCE; their values are part of Linux's interface.

    /// Seeks to the next data (`SEEK_DATA`).
    static let data: Int32 = 3
    /// Seeks to the next hole (`SEEK_HOLE`).
    static let hole: Int32 = 4
}
