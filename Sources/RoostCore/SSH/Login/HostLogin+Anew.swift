extension HostLogin {
    /// Runs a script over a connection of its own, and not over the login that stands: shows that the host can be reached anew.
    /// - Parameters:
    ///   - command: what reads the script there.
    ///   - limit: for the connection and the script.
    /// - Returns: nil when the time was over.
    func runAnew(script: String, command: String, within limit: Duration) async throws(Failure) -> SSHProgram.Answer? {
        var arguments = ["-T"]
        let settings = [
            "ControlMaster=no", "ControlPath=none", "ConnectTimeout=5", "ServerAliveInterval=3",
            "ServerAliveCountMax=2",
            "ClearAllForwardings=yes", "ForwardAgent=no", "ForwardX11=no", "RemoteCommand=none",
            "PermitLocalCommand=no",
            "LogLevel=ERROR",
        ]
        // A password is typed anew: ssh asks at the terminal by itself.
        for setting in settings + (asks(.allowed) ? [] : ["BatchMode=yes"]) { arguments += ["-o", setting] }
        if let port = destination.port { arguments += ["-p", String(port)] }
        if let user = destination.user { arguments += ["-l", user] }
        if let keyFile = route.keyFile { arguments += ["-i", keyFile] }
        return try await SSHProgram.ask(
            arguments + ["--", destination.host, command], input: script, within: limit)
    }
}
