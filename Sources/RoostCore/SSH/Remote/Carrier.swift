/// A program on the far host that carries a connection between its standard input and output and a socket there: for hosts
/// whose sshd forwards no sockets.
enum Carrier: Hashable, Sendable {
    /// libvirt's own, which finds the socket by the URI.
    case helper(remoteURI: String)
    case netcat(socket: String, needsQuit: Bool)

    /// What the host has, the better one first.
    static func choices(_ look: RemoteLook, for service: RemoteService, sockets: [RemoteSocket]) -> [Carrier] {
        var choices: [Carrier] = []
        // It knows the daemons' own sockets alone.
        if look.hasHelper, service.place == .system || service.place == .session {
            choices.append(.helper(remoteURI: service.remoteURI))
        }
        if look.hasNetcat {
            choices += sockets.map { .netcat(socket: $0.path, needsQuit: look.netcatNeedsQuit) }
        }
        return choices
    }

    private var words: [String] {
        switch self {
        case .helper(let uri): ["virt-ssh-helper", uri]
        case .netcat(let socket, let needsQuit): ["nc"] + (needsQuit ? ["-q", "0"] : []) + ["-U", socket]
        }
    }

    /// The program on this side, which libvirt starts. Its ssh has a session of its own where `setsid` can give it one: Ctrl-C
    /// is for roost, which still needs the connection to tidy up.
    /// - Parameter arguments: what leads ssh to the login.
    func script(_ arguments: [String]) -> String {
        let far = words.map(ShellWord.quoted).joined(separator: " ")
        let near = (["ssh"] + arguments + ["-T", "--", "roost", far]).map(ShellWord.quoted).joined(separator: " ")
        // Not every setsid knows how to wait.
        return """
            #!/bin/sh
            set -- \(near)
            setsid -w true 2>/dev/null && exec setsid -w "$@"
            exec "$@"

            """
    }
}
