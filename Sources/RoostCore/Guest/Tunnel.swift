import NIOCore

/// A way through a login to a port or socket that its host sees. Its near end is a socket in the login's private folder.
struct Tunnel: Sendable {
    let login: HostLogin
    private let forward: PortForward
    let path: String
    /// How long ssh's log was before.
    private let logStart: Int

    /// How often somebody looks whether the login is still there.
    private static let interval = Duration.seconds(1)

    /// - Throws: ``Failure`` of kind state without a login.
    init(through login: HostLogin, to end: PortForward.End) async throws(Failure) {
        self.login = login
        path = "\(login.folder.path)/t-\(String(UInt32.random(in: .min ... .max), radix: 36))"
        logStart = login.folder.readLog().utf8.count
        forward = try PortForward(local: .socket(path), remote: end)
        try await login.forward(forward)
    }

    /// The near end.
    /// - Throws: ``Failure`` for a path that is no address, which the folder's length rules out.
    func target() throws(Failure) -> RelayTarget {
        do {
            return .tunnel(try SocketAddress(unixDomainSocketPath: path))
        } catch {
            throw Failure(.general, "Cannot open \(path)", why: "\(error)")
        }
    }

    /// Closes it, also in a task that was cancelled. With a login that is gone it is closed already.
    func close() async {
        let (login, forward) = (login, forward)
        _ = await Task { try? await login.cancel(forward) }.value
    }

    /// Why the far side took no connection, as ssh said it last; nil where it said nothing.
    var refusal: String? {
        let news = String(decoding: login.folder.readLog().utf8.dropFirst(logStart), as: UTF8.self)
        let words = news.split(whereSeparator: \.isNewline).last { $0.contains(": open failed: ") }
        // "channel 3: open failed: connect failed: Connection refused"
        return words?.split(separator: ": ").last.map(String.init)
    }

    /// Waits until the login is over.
    /// - Throws: ``Failure`` of kind unreachable then; `CancellationError` when the task is cancelled.
    static func waitForEnd(of login: HostLogin) async throws {
        while login.folder.exists(login.folder.control) { try await Task.sleep(for: interval) }
        throw Failure(
            .unreachable, "The login to \(login.name) has ended", why: "its ssh is gone, or the host does not answer",
            remedy: "Run the command again, which logs in anew.")
    }
}
