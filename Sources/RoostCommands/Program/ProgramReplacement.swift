import Glibc
import RoostCore

/// Has another program take this process over: the terminal, the signals, standard input and output and the exit code are
/// then that one's own, with nobody in between.
///
/// Safety: the C strings live until `execvp` is back, which it only is when it has failed.
enum ProgramReplacement {
    /// - Parameters:
    ///   - name: looked for in PATH.
    ///   - arguments: as they are; no shell is involved.
    /// - Throws: ``Failure`` of kind notFound when there is no such program.
    static func become(_ name: String, _ arguments: [String], install package: String) throws(Failure) -> Never {
        // What this program ignores or holds back would stay so in the other one.
        for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT] { signal(number, SIG_DFL) }
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
        let words = unsafe ([name] + arguments).map { unsafe strdup($0) }
        unsafe execvp(name, words + [nil])
        let code = errno
        for index in unsafe words.indices { unsafe free(words[index]) }
        throw Failure(
            code == ENOENT ? .notFound : .general, "Cannot run \(name)", why: unsafe String(cString: strerror(code)),
            remedy: code == E2BIG ? "The command is too long." : "Install it: sudo apt-get install \(package)")
    }
}
