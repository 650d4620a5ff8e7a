/// Why a transfer did not come to its end, where trying again may help.
enum WebProblem: Error, Sendable {
    /// The way or the server failed.
    case cut(String)
    /// What lies at the address is not what it was, or the server cannot go on in the middle: begin anew.
    case changed
}
