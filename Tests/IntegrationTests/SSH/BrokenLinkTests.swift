import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Links that break while something runs, and daemons that freeze: each is noticed, and the host is named.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct BrokenLinkTests {
    @Test(.labLimit) func aKilledLoginIsNoticedAndMadeAgain() async throws {
        try await TestSSHD.run { sshd in
            try await sshd.list(sshd.uri())
            let seen = try await sshd.following(sshd.uri(), until: "reconnected") {
                try await sshd.succeed("kill", "-KILL", String(try await sshd.master(sshd.uri())))
            }
            #expect(seen.contains("the connection to \(sshd.uri()) is lost"), "\(seen)")
            #expect(sshd.logins == 2)
        }
    }

    /// As with a cable that was pulled: nothing comes back any more.
    @Test(.labLimit) func aHostThatFallsSilentIsNoticed() async throws {
        try await TestSSHD.run { sshd in
            try await sshd.list(sshd.uri())
            let seen = try await sshd.following(sshd.uri(), until: "is lost") {
                try await sshd.succeed("pkill", "-STOP", "-P", String(sshd.process))
            }
            try await sshd.succeed("pkill", "-CONT", "-P", String(sshd.process))
            #expect(seen.contains("the connection to \(sshd.uri()) is lost"), "\(seen)")
        }
    }

    /// A session daemon of a temporary user is frozen, not anybody's own.
    @Test(.labLimit) func aFrozenDaemonEndsAnUploadAndRefusesWhatBegins() async throws {
        try await TestSSHD.run { sshd in
            let user = try await sshd.temporaryUser()
            let host = sshd.uri(user: user, driver: "qemu", path: "/session")
            let place = "\(user)@127.0.0.1:\(sshd.port)"
            let pool = "\(sshd.directory)/pool"
            try await sshd.succeed("install", "-d", "-o", user, pool)
            let made = try await sshd.roost(host, "pool", "create", "p", "--path", pool)
            #expect(made.succeeded, "\(made)")
            let image = "\(sshd.directory)/image"
            try await sshd.succeed("sh", "-c", "yes | head -c 400M >\(image)")
            async let upload = sshd.roost(host, "volume", "upload", image, "p/image")
            try await sshd.wait("the upload's first bytes") {
                let files = try FileManager.default.contentsOfDirectory(atPath: pool)
                return files.contains { file in
                    if case .found(let status) = LocalFiles.look("\(pool)/\(file)") {
                        status.size > 1 << 20
                    } else {
                        false
                    }
                }
            }
            try await sshd.succeed("pkill", "-STOP", "-u", user, "libvirtd")
            let result = try await upload
            #expect(result.failed(.unreachable), "\(result)")
            #expect(result.errors.contains("the connection to \(place) is lost"), "\(result)")
            let next = try await sshd.roost(host, "list")
            #expect(next.failed(.unreachable), "\(next)")
            #expect(next.errors.contains("Cannot connect to \(place)"), "\(next)")
            #expect(next.errors.contains("has not answered within 15 s"), "\(next)")
            #expect(sshd.logins == 1)
        }
    }

    /// Here too: a daemon that accepts and never answers.
    @Test(.labLimit) func aFrozenLocalDaemonIsNotWaitedForForever() async throws {
        try await TestSSHD.run { sshd in
            let socket = "\(sshd.directory)/frozen-sock"
            try await sshd.withListener(socket, group: "root") { _ in
                let result = try await sshd.roost("qemu+unix:///system?socket=\(socket)", "list")
                #expect(result.failed(.unreachable), "\(result)")
                #expect(result.errors.contains("has not answered within 15 s"), "\(result)")
            }
        }
    }

    /// A call that hangs cannot be ended, but the next attempt adds no second one.
    @Test(.labLimit) func aFrozenDaemonCostsOneThread() async throws {
        try await TestSSHD.run { sshd in
            let socket = "\(sshd.directory)/frozen-sock"
            try await sshd.withListener(socket, group: "root") { taken in
                let uri = try HostURI("qemu+unix:///system?socket=\(socket)")
                func attempt() async throws {
                    let failure = await #expect(throws: Failure.self) {
                        try await Host.connect(to: uri, within: .milliseconds(300))
                    }
                    #expect(failure?.kind == .unreachable)
                }
                // On a busy computer the time can be up before the call has begun, and then it does not begin at all.
                try await sshd.wait("the connection") {
                    try await attempt()
                    return try await taken() > 0
                }
                for _ in 0..<3 { try await attempt() }
                let count = try await taken()
                #expect(count == 1)
            }
        }
    }
}
