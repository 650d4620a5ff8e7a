/// Why a login failed, read from what ssh wrote.
struct LoginProblem: Sendable {
    let route: SSHRoute
    let log: String
    /// Whether a person could have answered ssh's questions.
    let asked: Bool
    var timedOut = false

    var failure: Failure {
        let task = "Cannot log in to \(route.destination)"
        if let rule = Self.rules.first(where: { rule in rule.texts.contains { log.contains($0) } }) {
            return Failure(rule.kind, task, why: rule.why(self), remedy: rule.remedy(self))
        }
        if timedOut {
            return Failure(
                .unreachable, task, why: "it did not let anybody in within the time given",
                remedy: "See how far ssh comes: \(route.destination.command(verbose: true))")
        }
        return Failure(
            .unreachable, task, why: lastLine ?? "ssh gave no reason",
            remedy: "See how far ssh comes: \(route.destination.command(verbose: true))")
    }

    private struct Rule: Sendable {
        /// Any of them.
        let texts: [String]
        var kind = FailureKind.unreachable
        let why: @Sendable (LoginProblem) -> String?
        let remedy: @Sendable (LoginProblem) -> String
    }

    /// The first that applies wins.
    private static let rules: [Rule] = [
        Rule(
            texts: ["HOST IDENTIFICATION HAS CHANGED", "POSSIBLE DNS SPOOFING"], kind: .permission,
            why: { problem in
                "its host key has changed, so that it may be another computer"
                    + (problem.line("Offending").map { " (\($0))" } ?? "")
            },
            remedy: { problem in
                "Only if you know why it has: \(problem.keyRemoval), then \(problem.connectCommand)"
            }),
        Rule(
            texts: ["Host key verification failed", "host key is known for"], kind: .permission,
            why: { problem in
                problem.asked
                    ? "its host key was not accepted"
                    : "its host key is not known yet, and nobody could be asked about it"
            },
            remedy: { "At a terminal: \($0.connectCommand)" }),
        Rule(
            texts: ["Too many authentication failures"], kind: .permission,
            why: { $0.line("Too many authentication failures") },
            remedy: {
                "ssh offered too many keys: name the right one in ~/.ssh/config (IdentityFile, IdentitiesOnly yes) for \($0.route.destination.host)."
            }),
        Rule(
            texts: ["Permission denied"], kind: .permission,
            why: { problem in
                problem.asked
                    ? problem.line("Permission denied")
                    : "no key lets you in without a question, and nobody could be asked for a password"
            },
            remedy: { problem in
                problem.asked
                    ? "See which key or password it wants: \(problem.route.destination.command(verbose: true))"
                    : "At a terminal: \(problem.connectCommand), or set SSH_ASKPASS, or load the key into ssh-agent."
            }),
        Rule(
            texts: ["Could not resolve hostname"], why: { $0.line("Could not resolve") },
            remedy: { _ in "Check the name of the host." }),
        Rule(
            texts: ["Connection refused"], why: { $0.line("Connection refused") },
            remedy: { _ in "Check that an SSH server runs there, on that port." }),
        Rule(
            texts: ["No route to host", "Network is unreachable", "timed out"],
            why: { problem in
                ["No route to host", "Network is unreachable", "timed out"].lazy.compactMap(problem.line).first
            },
            remedy: { _ in "Check that the host is on, and that the network leads to it." }),
        Rule(
            texts: ["Bad configuration option", "bad configuration options", "Bad owner or permissions on"],
            kind: .usage, why: { $0.line("Bad ") ?? $0.lastLine }, remedy: { _ in "Correct ssh's configuration." }),
        Rule(
            texts: ["Unable to negotiate with", "no matching "], kind: .unsupported, why: { $0.line("no matching ") },
            remedy: {
                "Its SSH server is too old or too new for this ssh: \($0.route.destination.command(verbose: true))"
            }),
    ]

    private var connectCommand: String { "roost host connect \(ShellWord.quoted(route.destination.description))" }

    /// ssh prints the command in some distributions' builds, with the right file; else it is made.
    private var keyRemoval: String {
        if let line = line("ssh-keygen -f ") { return line }
        // By the name that ssh knows it by, which its configuration may have changed.
        let name = line("Host key for ")?.split(separator: " ").dropFirst(3).first.map(String.init)
        return "ssh-keygen -R \(ShellWord.quoted(name ?? route.destination.host))"
    }

    private var lines: [String] {
        log.split(whereSeparator: \.isNewline).map { line in
            var line = line.drop { $0 == " " || $0 == "\t" }
            while line.last?.isWhitespace == true || line.last == "." { line.removeLast() }
            return String(line)
        }.filter { !$0.isEmpty && !$0.hasPrefix("@") }
    }

    private var lastLine: String? { lines.last }

    private func line(_ text: String) -> String? { lines.last { $0.contains(text) } }
}
