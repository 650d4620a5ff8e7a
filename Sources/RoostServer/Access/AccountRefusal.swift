/// Why somebody is not let in.
enum AccountRefusal: Error, Hashable, Sendable {
    /// Wrong password, no such account, or one that may not be used. Strangers are not told which.
    case refused
    /// Nobody could be asked: PAM's configuration, a directory that does not answer, too many at once.
    case unavailable(String)
}
