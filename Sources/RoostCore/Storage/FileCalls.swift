import Glibc

/// The system calls on local files that volumes need. Each C string is made of a Swift one for the call alone, and each
/// call only reads it, or writes to a value that is passed for that.
enum FileCalls {
    /// Of the file itself, also where it is a symbolic link; nil when there is none, or it cannot be seen.
    static func status(_ path: String) -> stat? {
        var status = stat()
        return unsafe lstat(path, &status) == 0 ? status : nil
    }

    /// The first bytes of a regular file and its status.
    /// - Throws: the system's error number; `EINVAL` for what is no regular file.
    static func head(_ path: String, count: Int) throws(Errno) -> (bytes: [UInt8], status: stat) {
        // Without O_NONBLOCK a named pipe would hold us up for ever.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Errno(number: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw Errno(number: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Errno(number: EINVAL) }
        var bytes = [UInt8](repeating: 0, count: count)
        let found = unsafe pread(descriptor, &bytes, count, 0)
        guard found >= 0 else { throw Errno(number: errno) }
        return (Array(bytes.prefix(found)), status)
    }

    /// Whether this process may make and remove names in a directory.
    static func mayChange(directory: String) -> Bool { unsafe access(directory, W_OK | X_OK) == 0 }

    /// - Throws: the system's error number, `EEXIST` among them unless `replacing`.
    static func rename(_ path: String, to final: String, replacing: Bool) throws(Errno) {
        if replacing {
            guard unsafe Glibc.rename(path, final) == 0 else { throw Errno(number: errno) }
            return
        }
        // A link fails where the name is taken, which a rename does not.
        guard unsafe link(path, final) == 0 else { throw Errno(number: errno) }
        // The content is safe under its name; a second name that stays is found as an unfinished upload.
        remove(path)
    }

    static func remove(_ path: String) { unsafe _ = unlink(path) }

    /// With every link followed; nil when there is no such file.
    static func resolved(_ path: String) -> String? {
        guard !path.utf8.contains(0), let resolved = unsafe realpath(path, nil) else { return nil }
        // realpath allocated a string that ends in a zero, and hands it over.
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    struct Errno: Error, Hashable {
        let number: Int32
    }
}
