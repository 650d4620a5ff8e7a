import Glibc

/// Reads a piece of a file that may turn out to be a pipe, a device or a directory.
enum RegularFile {
    /// Fewer bytes than asked for when the file ends before.
    static func read(path: String, offset: Int, count: Int) throws(OSDatabaseError) -> [UInt8] {
        // A C string ends at a zero, so the file opened would be another than the one named.
        guard !path.utf8.contains(0) else { throw .cannotOpen(path: path, reason: message(ENOENT)) }
        let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: message(errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .cannotOpen(path: path, reason: "not a regular file")
        }
        // Invariant: the system writes at most the buffer's own count of bytes.
        var failure: Int32?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = unsafe pread(
                    descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled, off_t(offset + filled))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                guard got > 0 else { break }
                filled += got
            }
        }
        if let failure { throw .cannotOpen(path: path, reason: message(failure)) }
        return bytes
    }

    private static func message(_ code: Int32) -> String {
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}
