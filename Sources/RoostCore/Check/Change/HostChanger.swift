/// Makes changes to a host, one after the other.
public struct HostChanger: Sendable {
    private let target: HostTarget
    private let shell: HostShell
    /// A package manager may fetch hundreds of megabytes.
    private static let longest = Duration.seconds(3600)

    public init(_ target: HostTarget) throws(Failure) {
        self.target = target
        shell = try HostShell(target)
    }

    /// Makes one change. What has begun is brought to its end: Ctrl-C stops before the next one, never amid a package manager's work.
    /// - Throws: ``Failure`` of the first command that fails, with the last of what it wrote.
    public func make(_ change: HostChange) async throws(Failure) {
        if Task.isCancelled { throw stopped(change) }
        let result = await Task { await attempt { () throws(Failure) in try await self.carryOut(change) } }.value
        try result.get()
    }

    private func carryOut(_ change: HostChange) async throws(Failure) {
        guard change.calls.isEmpty else {
            let host = try await open()
            for call in change.calls { try await host.make(call) }
            return
        }
        for command in change.commands {
            let answer = try await shell.run(Self.lasting(command), asRoot: true, within: Self.longest)
            guard answer.succeeded else {
                let why = (answer.errors + "\n" + answer.output).split(whereSeparator: \.isNewline)
                    .filter { !$0.allSatisfy(\.isWhitespace) }.suffix(4).joined(separator: "\n  ")
                throw Failure(
                    .general, "Cannot do '\(change.title)' on \(shell.name)",
                    why: "'\(command.prefix(200))' ended with code \(answer.status)"
                        + (why.isEmpty ? "" : ":\n  \(why)"),
                    remedy: "Put that right, then run the same again: what is done already stays.")
            }
        }
    }

    /// A command that comes to its end even where the link is lost amid it, for it writes into a file.
    private static func lasting(_ command: String) -> String {
        """
        trap '' HUP PIPE
        log=$(mktemp) || exit 1
        (
        \(command)
        ) >"$log" 2>&1
        status=$?
        tail -c 4000 "$log"
        rm -f "$log"
        exit "$status"
        """
    }

    /// Somebody who was put into a group a moment ago is in it from the next login on.
    private func open() async throws(Failure) -> Host {
        do throws(Failure) {
            return try await HostLocator.system.open(target, .refused)
        } catch {
            guard error.kind == .permission, let login = try HostLogin(to: target.uri, name: target.name) else {
                throw error.kind == .permission
                    ? Failure(
                        error.kind, error.what, why: error.why,
                        remedy: "Groups count from the next login on: log in again, then run the same again.") : error
            }
            try await login.disconnect()
            return try await HostLocator.system.open(target, .allowed)
        }
    }

    private func stopped(_ change: HostChange) -> Failure {
        Failure(.interrupted, "Stopped before '\(change.title)'", why: nil, remedy: "What was done before stays.")
    }
}
