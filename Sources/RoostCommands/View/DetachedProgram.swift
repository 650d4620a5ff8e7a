import Glibc
import RoostCore

/// A program with windows of its own, started to outlive this one.
///
/// Safety: the C strings and spawn structures live until `posix_spawn` is back, which copies what it needs.
enum DetachedProgram {
    /// `POSIX_SPAWN_SETSID`, which C headers show only to GNU programs.
    private static let setSession: Int16 = 0x80

    /// Starts it in a session of its own, so that neither Ctrl-C nor the terminal's end reaches it, with nothing to read and
    /// nowhere to write.
    /// - Parameter path: of the program; nothing is searched for, and no shell is involved.
    static func start(_ path: String, _ arguments: [String]) throws(Failure) {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        for descriptor in Int32(0)...2 {
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        // Signals that this program ignores would stay ignored in the other one.
        var signals = sigset_t()
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, setSession | Int16(POSIX_SPAWN_SETSIGDEF))
        let words = unsafe ([path] + arguments).map { unsafe strdup($0) }
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        var child = pid_t()
        let code = unsafe posix_spawn(&child, path, &actions, &attributes, words + [nil], environ)
        guard code == 0 else {
            throw Failure(.general, "Cannot start \(path)", why: unsafe String(cString: strerror(code)))
        }
    }
}
