import SystemPackage
import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The daemon of this computer, as a far host: by libvirt's test driver, which has a machine without anybody's doing.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct LoginTests {
    @Test(.labLimit) func oneLoginServesAllCommands() async throws {
        try await TestSSHD.run { sshd in
            let host = sshd.uri()
            for _ in 0..<3 {
                let result = try await sshd.roost(host, "list", "--quiet")
                #expect(result.succeeded && result.output == "test\n", "\(result)")
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let result = try await sshd.roost(host, "list", "--quiet")
                        #expect(result.succeeded, "\(result)")
                    }
                }
                try await group.waitForAll()
            }
            #expect(sshd.logins == 1)
        }
    }

    @Test(.labLimit) func commandsThatStartAtOnceLogInOnce() async throws {
        try await TestSSHD.run { sshd in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for host in [sshd.uri(), sshd.uri(driver: "qemu", path: "/system"), sshd.uri()] {
                    for _ in 0..<2 {
                        group.addTask {
                            let result = try await sshd.roost(host, "host", "info")
                            #expect(result.succeeded, "\(result)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(sshd.logins == 1)
        }
    }

    @Test(.labLimit) func aCommandOnAConnectedHostStartsNoSSH() async throws {
        try await TestSSHD.run { sshd in
            try await sshd.list(sshd.uri())
            let before = sshd.starts
            #expect(before > 0)
            try await sshd.list(sshd.uri())
            #expect(sshd.starts == before)
        }
    }

    @Test(.labLimit) func aFarHostTellsTheLayoutOfItsDaemons() async throws {
        try await TestSSHD.run { sshd in
            let result = try await sshd.roost(sshd.uri(driver: "qemu", path: "/system"), "host", "info")
            #expect(result.output.contains("monolithic"), "\(result)")
        }
    }

    @Test(.labLimit) func whatAKilledLoginLeavesIsReplaced() async throws {
        try await TestSSHD.run { sshd in
            try await sshd.list(sshd.uri())
            let login = try sshd.login(sshd.uri())
            let master = try await sshd.master(sshd.uri())
            try await sshd.succeed("kill", "-KILL", String(master))
            try await sshd.wait("the end of the login") { await !login.isConnected() }
            #expect(FileManager.default.fileExists(atPath: login.folder.control))
            let result = try await sshd.roost(sshd.uri(), "list", "--quiet")
            #expect(result.succeeded && result.output == "test\n", "\(result)")
            #expect(sshd.logins == 2)
        }
    }

    /// One that is stopped takes connections and never answers: it is named, and can be ended.
    @Test(.labLimit) func aFrozenLoginIsNamedAndEnded() async throws {
        try await TestSSHD.run { sshd in
            try await sshd.list(sshd.uri())
            let login = try sshd.login(sshd.uri())
            let master = try await sshd.master(sshd.uri())
            try await sshd.succeed("kill", "-STOP", String(master))
            let result = try await sshd.roost(sshd.uri(), "list")
            #expect(result.failed(.unreachable), "\(result)")
            #expect(result.errors.contains("the ssh that is logged in to it does not react"), "\(result)")
            #expect(result.errors.contains("roost host disconnect 127.0.0.1:\(sshd.port)"), "\(result)")
            #expect(try await login.disconnect())
            try await sshd.wait("the end of the login") { !login.folder.isControlled(by: master) }
            try await sshd.list(sshd.uri())
            #expect(sshd.logins == 2)
        }
    }

    @Test(.labLimit) func disconnectingLeavesNoProcess() async throws {
        try await TestSSHD.run { sshd in
            try await sshd.list(sshd.uri())
            let login = try sshd.login(sshd.uri())
            // The ssh here, and the children of sshd there.
            let looks = [["-f", "--", "ctl -E \(sshd.runtime)"], ["-P", String(sshd.process)]]
            for look in looks { #expect(try await Program.named("pgrep").run(look).succeeded, "\(look)") }
            #expect(await login.isConnected())
            #expect(try await login.disconnect())
            #expect(await !login.isConnected())
            #expect(try await !login.disconnect())
            for look in looks {
                try await sshd.wait("the end of \(look)") { try await Program.named("pgrep").run(look).code == 1 }
            }
            let files = try FileManager.default.contentsOfDirectory(atPath: login.folder.path)
            #expect(files == ["lock"])
            try await sshd.wait("the end of the session") { sshd.sessionsEnded == 1 }
        }
    }

    @Test(.labLimit) func aPortIsForwardedThroughTheLogin() async throws {
        try await TestSSHD.run { sshd in
            let login = try sshd.login(sshd.uri())
            let remote = PortForward.End.port(sshd.port, of: "127.0.0.1")
            await #expect(throws: Failure.self) { try await login.forwardFreePort(to: remote) }
            try await sshd.list(sshd.uri())
            let forward = try await login.forwardFreePort(to: remote)
            guard case .port(let port, _) = forward.local else { throw LabError(what: "no port") }
            let keys = try await Program.named("ssh-keyscan").run(["-T", "10", "-p", String(port), "127.0.0.1"])
            #expect(keys.output.contains("ssh-ed25519"), "\(keys)")
            let other = try PortForward(local: forward.local, remote: .port(1, of: "127.0.0.1"))
            await #expect(throws: Failure.self) { try await login.forward(other) }
            try await login.cancel(forward)
            await #expect(throws: Failure.self) { try await login.cancel(forward) }
            // Another ssh reaches its own host through it.
            let jump = try await Program.at("/usr/bin/ssh").run([
                "-F", "\(sshd.directory)/ssh_config", "-o", "ProxyCommand=\(login.proxyCommand)", "-p",
                String(sshd.port),
                "127.0.0.1", "echo through",
            ])
            #expect(jump.output == "through\n", "\(jump)")
        }
    }
}
