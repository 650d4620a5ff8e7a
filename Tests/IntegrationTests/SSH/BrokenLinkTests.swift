import Glibc
import RoostCore
import Testing

/// Links that break while something runs, and daemons that freeze: each ends in an error that names the host.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct BrokenLinkTests {
    @Test(.labLimit) func aKilledLoginEndsWhatRuns() async throws {
        try await TestSSHD.run { sshd in
            try await sshd.list(sshd.uri())
            let result = try await sshd.following(sshd.uri()) {
                try await sshd.succeed("kill", "-KILL", String(try await sshd.master(sshd.uri())))
            }
            #expect(result.failed(.unreachable), "\(result)")
            #expect(result.errors.contains("the connection to \(sshd.uri()) is lost"), "\(result)")
        }
    }

    /// A session daemon of a temporary user is frozen, not anybody's own.
    @Test(.labLimit) func aFrozenDaemonEndsWhatRunsAndRefusesWhatBegins() async throws {
        try await TestSSHD.run { sshd in
            let user = try await sshd.temporaryUser()
            let host = sshd.uri(user: user, driver: "qemu", path: "/session")
            try await sshd.list(host)
            let result = try await sshd.following(host) {
                try await sshd.succeed("pkill", "-STOP", "-u", user, "libvirtd")
            }
            #expect(result.failed(.unreachable), "\(result)")
            #expect(result.errors.contains("the connection to \(host) is lost"), "\(result)")
            let next = try await sshd.roost(host, "list")
            #expect(next.failed(.unreachable), "\(next)")
            #expect(next.errors.contains("\(user)@127.0.0.1:\(sshd.port)"), "\(next)")
            #expect(next.errors.contains("has not answered within 15 s"), "\(next)")
        }
    }

    /// Here too: a daemon that accepts and never answers.
    @Test(.labLimit) func aFrozenLocalDaemonIsNotWaitedForForever() async throws {
        try await TestSSHD.run { sshd in
            let socket = "\(sshd.directory)/frozen-sock"
            try await sshd.withListener(socket, group: "root") {
                let result = try await sshd.roost("qemu+unix:///system?socket=\(socket)", "list")
                #expect(result.failed(.unreachable), "\(result)")
                #expect(result.errors.contains("has not answered within 15 s"), "\(result)")
            }
        }
    }
}
