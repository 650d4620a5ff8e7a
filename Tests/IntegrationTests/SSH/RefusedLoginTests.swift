import Testing

@testable import RoostCore

/// Logins that fail, without anybody who could be asked: each says why, and what to do.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct RefusedLoginTests {
    @Test(.labLimit) func aChangedHostKeyIsRefused() async throws {
        try await TestSSHD.run { sshd in
            try sshd.trust("other-host")
            let result = try await sshd.roost(sshd.uri(), "list")
            #expect(result.failed(.permission), "\(result)")
            #expect(result.errors.contains("its host key has changed"), "\(result)")
            #expect(result.errors.contains("Offending ED25519 key in \(sshd.directory)/known_hosts"), "\(result)")
            #expect(result.errors.contains("ssh-keygen"), "\(result)")
            #expect(result.errors.contains("[127.0.0.1]:\(sshd.port)"), "\(result)")
            #expect(sshd.logins == 0)
        }
    }

    @Test(.labLimit) func anUnknownHostKeyNeedsATerminal() async throws {
        try await TestSSHD.run { sshd in
            try sshd.trust(nil)
            let result = try await sshd.roost(sshd.uri(), "list")
            #expect(result.failed(.permission), "\(result)")
            #expect(result.errors.contains("its host key is not known yet"), "\(result)")
            #expect(result.errors.contains("roost host connect 127.0.0.1:\(sshd.port)"), "\(result)")
        }
    }

    @Test(.labLimit) func aPasswordNeedsATerminal() async throws {
        try await TestSSHD.run { sshd in
            try sshd.configure(hasKey: false)
            let result = try await sshd.roost(sshd.uri(), "list")
            #expect(result.failed(.permission), "\(result)")
            #expect(result.errors.contains("nobody could be asked for a password"), "\(result)")
            #expect(result.errors.contains("SSH_ASKPASS"), "\(result)")
        }
    }

    /// On a terminal ssh asks itself: about the host key, and a person's answer counts.
    @Test(.labLimit) func atATerminalSSHAsks() async throws {
        try await TestSSHD.run { sshd in
            try sshd.trust(nil)
            let code = try await Self.listing(sshd) { terminal in
                try await terminal.read(until: "continue connecting")
                terminal.type("yes\n")
                try await terminal.read(until: "test\r\n")
            }
            #expect(code == 0)
            #expect(sshd.logins == 1)
        }
    }

    /// Both are told, though ssh itself writes them where nobody looks.
    @Test(.labLimit) func aWrongPasswordIsToldAndCtrlCIsNoFailure() async throws {
        try await TestSSHD.run { sshd in
            try sshd.configure(hasKey: false)
            let code = try await Self.listing(sshd) { terminal in
                try await terminal.read(until: "password:")
                terminal.type("wrong\n")
                try await terminal.read(until: "Permission denied, please try again.")
                terminal.type("\u{3}")
                try await terminal.read(until: "Stopped logging in to 127.0.0.1:\(sshd.port)")
            }
            #expect(code == 130)
        }
    }

    /// Lists the host's machines at a terminal, where ssh can ask.
    /// - Returns: the exit code.
    private static func listing(
        _ sshd: TestSSHD, _ person: (PseudoTerminal) async throws -> Void
    ) async throws -> Int32 {
        let terminal = try PseudoTerminal()
        return try await terminal.run(
            Program.named("setsid"),
            ["--ctty", "--wait", try Program.roostPath, "--host", sshd.uri(), "list", "--quiet"],
            environment: sshd.environment
        ) { _ in try await person(terminal) }
    }

    /// Somebody else may be at a password for hours.
    @Test(.labLimit) func whoCanAskNobodyWaitsForOthersWithinALimit() async throws {
        try await TestSSHD.run { sshd in
            let login = try sshd.login(sshd.uri())
            try await login.folder.locked(within: .zero) { () throws(Failure) in
                let failure = await #expect(throws: Failure.self) { try await login.disconnect() }
                #expect(failure?.kind == .timeout)
                let result = await attempt { () throws(Failure) in
                    try await login.connect(questions: .refused, within: .milliseconds(200))
                }
                guard case .failure(let refusal) = result else {
                    Issue.record("it took the lock of another")
                    return
                }
                #expect(refusal.kind == .timeout)
                #expect(refusal.why?.contains("another roost is logging in to 127.0.0.1:\(sshd.port)") == true)
            }
            #expect(sshd.starts == 0)
        }
    }

    @Test(.labLimit) func nobodyAtThePort() async throws {
        try await TestSSHD.run { sshd in
            let result = try await sshd.roost("qemu+ssh://127.0.0.1:1/system", "list", environment: [:])
            #expect(result.failed(.unreachable), "\(result)")
            #expect(result.errors.contains("Connection refused"), "\(result)")
        }
    }

    @Test(.labLimit) func hostileNamesAreRefusedBeforeSSHStarts() async throws {
        try await TestSSHD.run { sshd in
            for host in [
                "qemu+ssh://-oProxyCommand=x/system", "qemu+ssh://a%3Breboot/system", "qemu+ssh:///system",
                "qemu+ssh://127.0.0.1/system&command=\(sshd.directory)/evil",
            ] {
                let result = try await sshd.roost(host, "list")
                #expect(result.failed(.usage), "\(result)")
            }
            #expect(sshd.starts == 0)
        }
    }

    /// The most common reason of all: a user outside the group.
    @Test(.labLimit) func aClosedSocketNamesTheGroup() async throws {
        try await TestSSHD.run { sshd in
            let user = try await sshd.temporaryUser()
            let socket = "\(sshd.directory)/closed-sock"
            try await sshd.withListener(socket, group: "audio") { _ in
                let host = sshd.uri(user: user, driver: "qemu", path: "/system?socket=\(socket)")
                let result = try await sshd.roost(host, "list")
                #expect(result.failed(.permission), "\(result)")
                #expect(result.errors.contains("\(user) may not open \(socket)"), "\(result)")
                #expect(result.errors.contains("sudo usermod -aG audio \(user)"), "\(result)")
                #expect(result.errors.contains("roost host disconnect \(user)@127.0.0.1:\(sshd.port)"), "\(result)")
            }
        }
    }
}
