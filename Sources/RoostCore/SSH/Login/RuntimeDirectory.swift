import Glibc
import SystemPackage

/// The private directory in which Roost keeps the sockets and files of its logins: nobody else may so much as look into it.
struct RuntimeDirectory: Hashable, Sendable {
    let path: String

    /// A socket's path, with its NUL, has to fit into C's `sun_path`.
    static let longestSocketPath = 107
    /// What a login's folder needs behind its own path: a slash, `ctl`, and the suffix that ssh puts on it for a moment;
    /// every other socket's name is shorter.
    static let roomInFolder = 1 + 3 + 17
    /// The longest hashed name of a folder, with its slash.
    static let roomForFolder = 1 + 17

    /// `$XDG_RUNTIME_DIR/roost` where that is usable, else `/tmp/roost-UID`; made where it is missing.
    /// - Throws: ``Failure`` of kind permission when what is there is not a directory of the user's own that is closed to all
    ///   others.
    init(environment: (String) -> String?, user: UInt32 = geteuid(), temporary: String = "/tmp") throws(Failure) {
        if let parent = environment("XDG_RUNTIME_DIR"), Self.isUsable(parent, user: user) {
            path = parent + "/roost"
        } else {
            path = "\(temporary)/roost-\(user)"
        }
        try Self.ensurePrivate(path, user: user)
    }

    /// Makes a directory that only its owner may enter, unless it is there.
    /// - Throws: ``Failure`` of kind permission when something else is there.
    static func ensurePrivate(_ path: String, user: UInt32 = geteuid()) throws(Failure) {
        do throws(LocalFiles.Errno) {
            try LocalFiles.makePrivateDirectory(path)
        } catch {
            guard error.number == EEXIST else {
                throw Failure(
                    .general, "Cannot make the directory \(path)", why: Errno(rawValue: error.number).description,
                    remedy:
                        "Roost keeps the sockets of its logins there: check that you may write, and that there is room."
                )
            }
        }
        guard let problem = problem(LocalFiles.lookAtLink(path), user: user) else { return }
        throw Failure(
            .permission, "Cannot trust the directory \(path)", why: problem,
            remedy:
                "Roost keeps the sockets of its logins there. Remove it, or set XDG_RUNTIME_DIR to a directory of your own: ls -ld \(path)"
        )
    }

    private static func problem(_ look: LocalLook, user: UInt32) -> String? {
        guard case .found(let status) = look else { return "it cannot be looked at" }
        if status.kind == .link { return "it is a symbolic link" }
        if status.kind != .directory { return "it is no directory" }
        if status.owner != user { return "it belongs to another user (\(status.owner))" }
        if status.mode & 0o077 != 0 { return "others may enter it (mode \(String(status.mode, radix: 8)))" }
        return nil
    }

    /// Characters beyond the plain ones mean something to ssh in a path.
    private static func isUsable(_ parent: String, user: UInt32) -> Bool {
        guard parent.hasPrefix("/"), parent.utf8.allSatisfy({ $0.isLetterOrDigit || "/._-".utf8.contains($0) }),
            parent.utf8.count + "/roost".utf8.count + roomForFolder + roomInFolder <= longestSocketPath,
            case .found(let status) = LocalFiles.look(parent)
        else { return false }
        return status.kind == .directory && status.owner == user && status.mode & 0o022 == 0
    }
}
