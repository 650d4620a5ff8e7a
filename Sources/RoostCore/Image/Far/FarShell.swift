/// Does on a far host what libvirt has no call for, through the login that is there anyway and with the rights of its user.
/// It is a shorter way only: where it fails, the long one is gone.
struct FarShell: Sendable {
    private let login: HostLogin
    private static let mark = "roost-says "

    /// nil for a host that is not reached by a login of Roost's own.
    init?(_ host: Host) {
        // A host that was connected to has passed all that this could throw.
        guard !host.uri.isLocal, let login = try? HostLogin(to: host.uri, name: host.name) else { return nil }
        self.login = login
    }

    /// Runs a script, in which `say` answers with a line.
    /// - Returns: the lines; none where it did not come to its end.
    /// - Throws: ``Failure`` of kind interrupted alone.
    func ask(_ script: String, within limit: Duration = HostLogin.patience) async throws(Failure) -> [String] {
        let text = """
            say() { printf '%s%s\\n' '\(Self.mark)' "$1"; }
            \(script)

            """
        do {
            guard let answer = try await login.master.run(script: text, within: limit), answer.succeeded else {
                return []
            }
            // What a login's own files print is passed over.
            return answer.output.split(whereSeparator: \.isNewline).filter { $0.hasPrefix(Self.mark) }.map {
                String($0.dropFirst(Self.mark.count))
            }
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
