import RoostCore
import Testing

/// The ways to a far daemon beyond a forwarded system socket.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct WaysTests {
    @Test(.labLimit) func whereSocketsAreNotForwardedAProgramCarriesIt() async throws {
        try await TestSSHD.run(["AllowStreamLocalForwarding no"]) { sshd in
            for _ in 0..<2 {
                let result = try await sshd.roost(sshd.uri(), "list", "--quiet")
                #expect(result.succeeded && result.output == "test\n", "\(result)")
            }
            #expect(try sshd.carriers(sshd.uri()) == ["virt-ssh-helper"])
            #expect(sshd.logins == 1)
        }
    }

    /// libvirt's helper finds sockets by itself; to one that was named only netcat leads.
    @Test(.labLimit) func netcatReachesASocketThatWasNamed() async throws {
        try await TestSSHD.run(["AllowStreamLocalForwarding no"]) { sshd in
            let host = sshd.uri(path: "/default?socket=/run/libvirt/libvirt-sock")
            for _ in 0..<2 {
                let result = try await sshd.roost(host, "list", "--quiet")
                #expect(result.succeeded && result.output == "test\n", "\(result)")
            }
            #expect(try sshd.carriers(host) == ["nc"])
            #expect(sshd.logins == 1)
        }
    }

    @Test(.labLimit) func aSessionDaemonIsStartedAsItsUser() async throws {
        try await TestSSHD.run { sshd in
            let user = try await sshd.temporaryUser()
            let host = sshd.uri(user: user, driver: "qemu", path: "/session")
            let result = try await sshd.roost(host, "host", "info")
            #expect(result.succeeded, "\(result)")
            #expect(result.output.contains("QEMU"), "\(result)")
            let daemons = try await Program.named("pgrep").run(["-u", user, "libvirtd"])
            #expect(daemons.succeeded, "\(daemons)")
            #expect(sshd.logins == 1)
        }
    }

    @Test(.labLimit) func rootHasNoSession() async throws {
        try await TestSSHD.run { sshd in
            let result = try await sshd.roost(sshd.uri(driver: "qemu", path: "/session"), "list")
            #expect(result.failed(.unsupported), "\(result)")
        }
    }

    /// What a login's own files print is none of the answer.
    @Test(.labLimit) func aLoginThatPrintsIsRead() async throws {
        try await TestSSHD.run(["ForceCommand echo noise; eval \"$SSH_ORIGINAL_COMMAND\"; echo more noise"]) { sshd in
            let result = try await sshd.roost(sshd.uri(), "list", "--quiet")
            #expect(result.succeeded && result.output == "test\n", "\(result)")
        }
    }

    @Test(.labLimit) func aLoginThatPrintsWithoutAnEndRunsNoCommand() async throws {
        try await TestSSHD.run(["ForceCommand yes"]) { sshd in
            let result = try await sshd.roost(sshd.uri(), "list")
            #expect(result.failed(.unsupported), "\(result)")
            #expect(result.errors.contains("runs no command (it prints more than 256 KiB)"), "\(result)")
        }
    }

    @Test(.labLimit) func aHostThatRunsNoCommandSaysSo() async throws {
        try await TestSSHD.run(["ForceCommand echo this account is for mail only >&2; exit 1"]) { sshd in
            let result = try await sshd.roost(sshd.uri(), "list")
            #expect(result.failed(.unsupported), "\(result)")
            #expect(result.errors.contains("runs no command (this account is for mail only)"), "\(result)")
        }
    }
}
