/// How a connection was, and its connection for long work is to be, opened.
struct OpenOptions: Sendable {
    var uri: String?
    var readOnly = false
    var keepAlive: KeepAlive?
    var authentication: Authentication?
    var place: String?
}
