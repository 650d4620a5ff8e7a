import CPAM

/// What PAM says to somebody who wants in.
public enum PAMAnswer: Hashable, Sendable {
    /// Let in, under this name.
    case accepted(String)
    /// Wrong password, no such account, or one that is locked or has expired: nobody outside is told which.
    case refused
    /// PAM itself failed: its configuration, or what a module asks.
    case unavailable(String)

    init(refusal status: Int32) {
        switch status {
        case PAM_ABORT, PAM_BUF_ERR, PAM_OPEN_ERR, PAM_SYMBOL_ERR, PAM_SERVICE_ERR, PAM_SYSTEM_ERR, PAM_MODULE_UNKNOWN:
            self = .unavailable("PAM error \(status)")
        case PAM_AUTHINFO_UNAVAIL:
            self = .unavailable("PAM cannot reach what knows the accounts")
        default:
            self = .refused
        }
    }
}
