import Glibc

/// Runs shell scripts on a host: on this computer by its own `sh`, on a far one through the one login. libvirt need not be
/// there.
///
/// Values enter a script by `ShellWord.quoted` alone.
public struct HostShell: Sendable {
    /// In the environment of a service that systemd keeps in a sandbox: "systemd". Scripts on this computer run outside of it.
    public static let sandboxVariable = "ROOST_SANDBOX"

    private enum Way: Sendable {
        case here
        case login(HostLogin)
    }

    /// What people call the host.
    public let name: String
    private let way: Way
    private let patience: Duration

    /// For a host that is connected to.
    /// - Throws: ``Failure`` of kind unsupported for one that is reached neither here nor by ssh.
    public init(_ host: Host) throws(Failure) {
        try self.init(uri: host.uri, name: host.name, patience: HostLogin.patience)
    }

    /// For a host that has no libvirt yet, or whose daemon does not run.
    /// - Throws: ``Failure`` of kind unsupported for one that is reached neither here nor by ssh, of kind usage for a destination
    ///   that cannot be given to ssh.
    public init(_ target: HostTarget) throws(Failure) {
        try self.init(uri: target.uri, name: target.name, patience: target.limit)
    }

    private init(uri: HostURI, name: String, patience: Duration) throws(Failure) {
        self.name = name
        self.patience = patience
        if uri.isLocal {
            way = .here
        } else if let login = try HostLogin(to: uri, name: name) {
            way = .login(login)
        } else {
            throw Failure(
                .unsupported, "Cannot run commands on \(name)",
                why: "its URI does not go over ssh in a way that Roost knows",
                remedy: "Name it by its address: --host USER@ADDRESS")
        }
    }

    /// Whether it is this computer.
    public var isHere: Bool {
        if case .here = way { true } else { false }
    }

    /// How a person runs one command there, to stand before the command: nothing here, else "ssh USER@HOST".
    public var prefix: String {
        switch way {
        case .here: ""
        case .login(let login): login.destination.command + " "
        }
    }

    /// Logs in where that takes a login and there is none.
    /// - Throws: ``Failure`` of kind unreachable, permission or usage, with ssh's reason.
    public func connect(questions: Questions = .allowed) async throws(Failure) {
        if case .login(let login) = way { try await login.connect(questions: questions, within: patience) }
    }

    /// Runs a script of POSIX sh, with LC_ALL=C, the directories of administrators in PATH and no standard input.
    ///
    /// A cancelled task ends it here; on a far host what it has begun may go on, as root until its time is over.
    /// - Parameters:
    ///   - asRoot: whether root is needed for it: where the user is another, by `sudo -n`.
    ///   - limit: for all of it; a login that must be made first has the host's own time.
    /// - Throws: ``Failure`` of kind permission where root is needed and cannot be had, of kind timeout when the time was over,
    ///   of kind unreachable without an answer, of kind interrupted.
    public func run(
        _ script: String, asRoot: Bool = false, within limit: Duration
    ) async throws(Failure) -> HostShellAnswer {
        try await connect(questions: .allowed)
        let script = HostShellScript(script: script)
        let answer: SSHProgram.Answer?
        switch way {
        case .here: answer = try await LocalShell.run(script.text, asRoot: asRoot && geteuid() != 0, within: limit)
        case .login(let login):
            answer = try await login.master.run(
                script: script.text, command: asRoot ? Self.farRootShell(limit) : "sh", within: limit)
        }
        guard let answer else {
            throw Failure(
                .timeout, "No answer from \(name)", why: "a command there has not ended within \(limit.inSeconds)",
                remedy: "It may be frozen or very busy: look at it, then try again.")
        }
        switch script.read(answer.output) {
        case .whole(let status, let output):
            return HostShellAnswer(status: status, output: output, errors: answer.errors)
        // Killed on this computer; a far shell that was killed looks like a lost link.
        case .broken where isHere:
            return HostShellAnswer(status: answer.code == 0 ? 1 : answer.code, output: "", errors: answer.errors)
        case .broken:
            throw linkEnded
        case .never: throw never(answer, asRoot: asRoot)
        }
    }

    /// What ``run(_:asRoot:within:)`` throws when a command has begun and its end is not known.
    var linkEnded: Failure {
        Failure(
            .unreachable, "Lost \(name)", why: "the link ended while a command ran there",
            remedy: "See whether the host is up, then try again.")
    }

    /// The same over a connection of its own: shows that the host can be reached anew.
    /// - Returns: nil where no connection came about in time.
    /// - Throws: ``Failure`` of kind permission and interrupted.
    func runAnew(
        _ script: String, asRoot: Bool = false, within limit: Duration
    ) async throws(Failure) -> HostShellAnswer? {
        guard case .login(let login) = way else { return try await run(script, asRoot: asRoot, within: limit) }
        let script = HostShellScript(script: script)
        guard
            let answer = try await login.runAnew(
                script: script.text, command: asRoot ? Self.farRootShell(limit) : "sh", within: limit)
        else { return nil }
        switch script.read(answer.output) {
        case .whole(let status, let output):
            return HostShellAnswer(status: status, output: output, errors: answer.errors)
        case .broken: return nil
        case .never:
            let failure = never(answer, asRoot: asRoot)
            if failure.kind == .permission { throw failure }
            return nil
        }
    }

    /// The login shell may be any, so all that it gets is one quoted word for `sh`. Whoever asks has given up a moment before root's
    /// own limit: it ends what is left there, which no one else may.
    static func farRootShell(_ limit: Duration) -> String {
        let text = """
            t="timeout -k 1 \(max(1, limit.components.seconds) + 2)"
            $t true 2>/dev/null || t=
            if test "$(id -u)" = 0; then exec $t sh; fi
            exec sudo -n -- $t sh
            """
        return "sh -c \(ShellWord.quoted(text.split(separator: "\n").joined(separator: "; ")))"
    }

    /// Why a script did not begin.
    private func never(_ answer: SSHProgram.Answer, asRoot: Bool) -> Failure {
        let line = answer.errors.split(whereSeparator: \.isNewline).last.map(String.init)
        guard asRoot, answer.code != 255, !(isHere && geteuid() == 0) else {
            return Failure(
                isHere ? .general : .unreachable, "Cannot run commands on \(name)",
                why: line ?? "its shell did not answer",
                remedy: isHere ? nil : "See what it says: \(prefix)id")
        }
        return Failure(
            .permission, "Cannot act as root on \(name)", why: line ?? "sudo did not let you",
            remedy: isHere
                ? "Run roost as root, or type 'sudo -v' first."
                : "Log in as root there, or allow your user sudo without a password (NOPASSWD), or run the commands by hand."
        )
    }
}
