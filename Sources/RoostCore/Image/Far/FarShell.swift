/// Does on a far host what libvirt has no call for, through the login that is there anyway and with the rights of its user.
/// It is a shorter way only: where it fails, the long one is gone.
struct FarShell: Sendable {
    private let shell: HostShell

    /// nil for a host that is not reached by a login of Roost's own.
    init?(_ host: Host) {
        // A host that was connected to by libvirt's own means has no shell for us.
        guard !host.uri.isLocal, let shell = try? HostShell(host) else { return nil }
        self.shell = shell
    }

    /// Runs a script, in which `say` answers with a line.
    /// - Returns: the lines; none where it did not come to its end.
    /// - Throws: ``Failure`` of kind interrupted alone.
    func ask(_ script: String, within limit: Duration = HostLogin.patience) async throws(Failure) -> [String] {
        do {
            let answer = try await shell.run("say() { printf '%s\\n' \"$1\"; }\n\(script)", within: limit)
            return answer.succeeded ? answer.output.split(whereSeparator: \.isNewline).map(String.init) : []
        } catch {
            if error.kind == .interrupted { throw error }
            return []
        }
    }

    /// Gives a file another name in its directory, which nothing has.
    func rename(_ path: String, to final: String) async throws(Failure) -> Bool {
        let (old, new) = (ShellWord.quoted(path), ShellWord.quoted(final))
        return try await ask("ln -- \(old) \(new) && rm -f -- \(old) && say named") == ["named"]
    }

    /// Whether its user may change a file and the names beside it.
    func mayChange(_ path: String) async throws(Failure) -> Bool {
        guard let slash = path.lastIndex(of: "/") else { return false }
        let (file, directory) = (ShellWord.quoted(path), ShellWord.quoted(String(path[...slash])))
        return try await ask("if [ -w \(file) ] && [ -w \(directory) ]; then say may; fi") == ["may"]
    }
}
