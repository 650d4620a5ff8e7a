import Glibc
import SystemPackage

/// The one ssh that is logged in to a host. Everything else goes through it, by its control socket.
struct ControlMaster: Sendable {
    let folder: LoginFolder

    /// Seconds that it stays without any use.
    static let lifetime = 600
    /// For what it answers without asking the host; a frozen one counts as none.
    static let patience = Duration.seconds(5)

    /// Leads to the master alone. Without one it must fail, and never go looking for a computer of the name `roost`; the
    /// person's configuration is for the master and is not read again.
    var arguments: [String] {
        [
            "-F", "none", "-S", folder.control, "-o", "ControlMaster=no", "-o", "ProxyCommand=false", "-o",
            "BatchMode=yes", "-o", "LogLevel=ERROR",
        ]
    }

    /// Whether it is there and answers.
    func isAlive() async throws(Failure) -> Bool {
        guard folder.exists(folder.control) else { return false }
        return try await control("check")?.succeeded ?? false
    }

    /// Logs in. The control socket must be gone.
    /// - Parameters:
    ///   - asks: whether a person can answer questions.
    ///   - isAgain: whether a link to the host was lost a moment ago.
    ///   - limit: nil where a person is asked.
    /// - Throws: ``Failure`` with ssh's reason and a remedy.
    func logIn(_ route: SSHRoute, asks: Bool, isAgain: Bool, within limit: Duration?) async throws(Failure) {
        folder.remove(folder.log)
        let code: Int32?
        let log: FileDescriptor
        do {
            log = try FileDescriptor.open(
                FilePath(folder.log), .writeOnly, options: [.create, .append, .closeOnExec, .noFollow],
                permissions: [.ownerRead, .ownerWrite])
        } catch {
            throw Failure(.general, "Cannot write \(folder.log)", why: "\(error)")
        }
        // Nothing was written through this one descriptor, so closing it cannot lose anything.
        defer { try? log.close() }
        // ssh writes "touch your key" to its standard error: at a terminal that is for the person.
        let isShown = asks && Terminal.isStandardError
        let errors = isShown ? FileDescriptor.standardError : log
        let arguments = login(route, asks: asks, isAgain: isAgain)
        do {
            if isShown {
                code = try await LoginLog(folder: folder).shown { () throws(Failure) in
                    try await SSHProgram.login(arguments, errors: errors, within: limit)
                }
            } else {
                code = try await SSHProgram.login(arguments, errors: errors, within: limit)
            }
        } catch {
            throw error.kind == .interrupted ? stopped(route) : error
        }
        if code == 0 { return try await noteProcess() }
        let text = folder.readLog()
        if await isInterrupted(code, text) { throw stopped(route) }
        throw LoginProblem(route: route, log: text, asked: asks, timedOut: code == nil).failure
    }

    private func stopped(_ route: SSHRoute) -> Failure {
        Failure(.interrupted, "Stopped logging in to \(route.destination)")
    }

    /// Ctrl-C goes to ssh and to this program at once, and ssh may be the first to end.
    private func isInterrupted(_ code: Int32?, _ log: String) async -> Bool {
        guard code == 128 + SIGINT || code == 255 && log.isEmpty else { return Task.isCancelled }
        // Over at once when the task is cancelled.
        do { try await Task.sleep(for: .milliseconds(200)) } catch { return true }
        return Task.isCancelled
    }

    private func login(_ route: SSHRoute, asks: Bool, isAgain: Bool) -> [String] {
        var arguments = ["-f", "-N", "-M", "-S", folder.control, "-E", folder.log]
        let settings = [
            // A cut is noticed after 12 seconds; with a new login, a command that meets one knows after 17.
            "ControlPersist=\(Self.lifetime)", "ServerAliveInterval=4", "ServerAliveCountMax=2",
            "ConnectTimeout=\(isAgain ? 5 : 10)",
            "ClearAllForwardings=yes", "ForwardAgent=no", "ForwardX11=no", "Tunnel=no", "RequestTTY=no",
            "RemoteCommand=none", "PermitLocalCommand=no", "StreamLocalBindUnlink=yes", "StreamLocalBindMask=0177",
            "LogLevel=INFO",
        ]
        for setting in settings + (asks ? [] : ["BatchMode=yes"]) { arguments += ["-o", setting] }
        if let port = route.destination.port { arguments += ["-p", String(port)] }
        if let user = route.destination.user { arguments += ["-l", user] }
        if let keyFile = route.keyFile { arguments += ["-i", keyFile] }
        return arguments + ["--", route.destination.host]
    }

    /// Runs a script on the host, which comes on the standard input of its `sh`.
    /// - Parameter command: what takes the script; it is for any login shell.
    /// - Returns: nil when the time was over.
    func run(script: String, command: String = "sh", within limit: Duration) async throws(Failure)
        -> SSHProgram.Answer?
    {
        try await SSHProgram.ask(arguments + ["-T", "--", "roost", command], input: script, within: limit)
    }

    func forward(_ forward: PortForward) async throws(Failure) -> SSHProgram.Answer? {
        try await control("forward", ["-L", forward.specification])
    }

    func cancel(_ forward: PortForward) async throws(Failure) -> SSHProgram.Answer? {
        try await control("cancel", ["-L", forward.specification])
    }

    /// Ends it, and all that goes through it.
    func exit() async throws(Failure) -> SSHProgram.Answer? { try await control("exit") }

    func control(_ request: String, _ more: [String] = []) async throws(Failure) -> SSHProgram.Answer? {
        try await SSHProgram.ask(arguments + ["-O", request] + more + ["--", "roost"], within: Self.patience)
    }
}
