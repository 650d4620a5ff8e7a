import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files of this computer. The only unsafe code on them: each C string is made of a Swift one for the call alone, and
/// each pointer lives within its call. A path may come from a stranger's image: one with a NUL, which C would cut short,
/// names nothing.
enum LocalFiles {
    struct Errno: Error, Hashable {
        let number: Int32
    }

    /// What is at a path, links followed. A user who may not look gets `hidden`.
    static func look(_ path: String) -> LocalLook { status(path, flags: 0) }

    /// What is at a path: of a symbolic link, the link itself.
    static func lookAtLink(_ path: String) -> LocalLook { status(path, flags: AT_SYMLINK_NOFOLLOW) }

    private static func status(_ path: String, flags: Int32) -> LocalLook {
        guard !path.utf8.contains(0) else { return .missing }
        var status = stat()
        guard unsafe fstatat(AT_FDCWD, path, &status, flags) == 0 else {
            return errno == ENOENT || errno == ENOTDIR ? .missing : .hidden
        }
        return .found(
            LocalStatus(
                kind: kind(status), mode: UInt16(truncatingIfNeeded: status.st_mode & 0o7777), owner: status.st_uid,
                group: status.st_gid, size: UInt64(clamping: status.st_size)))
    }

    private static func kind(_ status: stat) -> LocalStatus.Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFBLK: .block
        case S_IFDIR: .directory
        case S_IFLNK: .link
        default: .other
        }
    }

    /// The first bytes of a regular file or block device, as many as there are up to `count`.
    /// - Throws: the system's error number; `EINVAL` for what is neither.
    static func head(_ path: String, count: Int) throws(Errno) -> LocalHead {
        guard !path.utf8.contains(0) else { throw Errno(number: EINVAL) }
        // Without O_NONBLOCK a named pipe would hold us up for ever.
        let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw Errno(number: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw Errno(number: errno) }
        let kind = kind(status)
        guard kind == .file || kind == .block else { throw Errno(number: EINVAL) }
        let length = kind == .block ? lseek(descriptor, 0, SEEK_END) : status.st_size
        guard length >= 0 else { throw Errno(number: errno) }
        return LocalHead(
            bytes: try read(descriptor, count: count), kind: kind, length: UInt64(length),
            allocated: UInt64(clamping: status.st_blocks) * 512)
    }

    /// The bytes of an open file from `offset` on, as many as there are up to `count`.
    static func read(_ descriptor: Int32, at offset: UInt64 = 0, count: Int) throws(Errno) -> [UInt8] {
        guard let offset = off_t(exactly: offset) else { throw Errno(number: EINVAL) }
        var failure: Errno?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = unsafe pread(
                    descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled, offset + off_t(filled))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = Errno(number: errno) }
                guard got > 0 else { break }
                filled += got
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Whether a QEMU has the file open to write: it holds a lock on byte 101 then, as its own tools look for.
    static func isWrittenByQEMU(_ path: String) -> Bool {
        guard !path.utf8.contains(0) else { return false }
        let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 101
        lock.l_len = 1
        guard unsafe fcntl(descriptor, F_GETLK, &lock) == 0 else { return false }
        return lock.l_type != Int16(F_UNLCK)
    }

    /// The path without symbolic links; nil when it leads nowhere.
    static func resolved(_ path: String) -> String? {
        guard !path.utf8.contains(0), let resolved = unsafe realpath(path, nil) else { return nil }
        // realpath allocated a string that ends in a zero, and hands it over.
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
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

    /// Makes a directory that only its owner may enter.
    /// - Throws: the system's error number, `EEXIST` where anything has the name.
    static func makePrivateDirectory(_ path: String) throws(Errno) {
        guard !path.utf8.contains(0) else { throw Errno(number: EINVAL) }
        guard unsafe mkdir(path, 0o700) == 0 else { throw Errno(number: errno) }
    }

    static func remove(_ path: String) { unsafe _ = unlink(path) }

    /// The raw access control list; nil where there is none.
    static func accessList(_ path: String) -> [UInt8]? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let extended = attributes?[FileAttributeKey(rawValue: "NSFileExtendedAttributes")] as? [String: Data]
        return extended?["system.posix_acl_access"].map { Array($0) }
    }

    /// Bytes that are free for ordinary users on the file system of a directory.
    static func freeSpace(_ directory: String) -> UInt64? {
        var status = statvfs()
        guard unsafe statvfs(directory, &status) == 0 else { return nil }
        let (bytes, overflow) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
        return overflow ? .max : bytes
    }

    /// An account by its number: its name and the groups that it is in.
    static func account(_ user: UInt32) -> (name: String, groups: [UInt32])? {
        guard let entry = unsafe getpwuid(user), let name = unsafe entry.pointee.pw_name else { return nil }
        var count: Int32 = 256
        var groups = [gid_t](repeating: 0, count: Int(count))
        guard unsafe getgrouplist(name, entry.pointee.pw_gid, &groups, &count) >= 0 else { return nil }
        return unsafe (String(cString: name), Array(groups.prefix(Int(count))))
    }
}
