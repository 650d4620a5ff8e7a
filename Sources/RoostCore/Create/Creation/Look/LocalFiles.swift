import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files of this computer, for machines that run on it. The only unsafe code of creation: each pointer lives within
/// its call, and every path comes from a request, which holds no NUL.
enum LocalFiles {
    /// What is at a path, links followed. A user who may not look gets `hidden`.
    static func look(_ path: String) -> LocalLook {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            return errno == ENOENT || errno == ENOTDIR ? .missing : .hidden
        }
        let kind: LocalStatus.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFBLK: .block
            case S_IFDIR: .directory
            default: .other
            }
        return .found(
            LocalStatus(
                kind: kind, mode: UInt16(truncatingIfNeeded: status.st_mode & 0o7777), owner: status.st_uid,
                group: status.st_gid, size: UInt64(clamping: status.st_size)))
    }

    /// The first bytes of a file or block device and its whole length; nil when it cannot be read.
    static func head(_ path: String, count: Int) -> (bytes: [UInt8], length: UInt64)? {
        let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let length = lseek(descriptor, 0, SEEK_END)
        guard length >= 0 else { return nil }
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = unsafe pread(
                    descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled, off_t(filled))
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                guard got > 0 else { break }
                filled += got
            }
        }
        return failed ? nil : (bytes, UInt64(length))
    }

    /// The path without symbolic links; nil when it leads nowhere.
    static func resolved(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

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
