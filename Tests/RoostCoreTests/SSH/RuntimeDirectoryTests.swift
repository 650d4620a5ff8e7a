import FoundationEssentials
import Glibc
import Testing

@testable import RoostCore

@Suite struct RuntimeDirectoryTests {
    /// A directory of the test's own under a path of a chosen length at least.
    private func withDirectory(
        mode: Int = 0o700, _ name: String = "d", _ body: (String) throws -> Void
    ) throws {
        let root = "/tmp/r\(UInt32.random(in: 0..<1_000_000))"
        let path = "\(root)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        try body(path)
    }

    private func directory(_ runtime: String?, temporary: String = "/nowhere") throws(Failure) -> RuntimeDirectory {
        try RuntimeDirectory(environment: { $0 == "XDG_RUNTIME_DIR" ? runtime : nil }, temporary: temporary)
    }

    @Test func itIsMadeForTheUserAlone() throws {
        try withDirectory { parent in
            let made = try directory(parent)
            #expect(made.path == "\(parent)/roost")
            guard case .found(let status) = LocalFiles.lookAtLink(made.path) else {
                Issue.record("nothing was made")
                return
            }
            #expect(status.mode == 0o700 && status.owner == geteuid())
            #expect(try directory(parent) == made)
        }
    }

    @Test func withoutAUsableRuntimeDirectoryThereIsOneInTmp() throws {
        try withDirectory { temporary in
            let expected = "\(temporary)/roost-\(geteuid())"
            #expect(try directory(nil, temporary: temporary).path == expected)
            #expect(try directory("/no/such/place", temporary: temporary).path == expected)
            #expect(try directory("relative", temporary: temporary).path == expected)
            #expect(try directory("/etc/passwd", temporary: temporary).path == expected)
            for (mode, name) in [
                (0o777, "d"), (0o700, "od d"), (0o700, "od%d"), (0o700, String(repeating: "l", count: 60)),
            ] {
                try withDirectory(mode: mode, name) { parent in
                    let made = try directory(parent, temporary: temporary)
                    #expect(made.path == expected, "\(parent)")
                }
            }
        }
    }

    @Test func whatIsNotPrivateIsRefused() throws {
        try withDirectory { parent in
            let path = "\(parent)/roost"
            let files = FileManager.default
            try files.createDirectory(atPath: path, withIntermediateDirectories: false)
            for mode in [0o710, 0o701, 0o755] {
                try files.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
                try expectRefusal("others may enter it", path) { _ = try directory(parent) }
            }
            try files.removeItem(atPath: path)
            try files.createSymbolicLink(atPath: path, withDestinationPath: parent)
            try expectRefusal("symbolic link", path) { _ = try directory(parent) }
            try files.removeItem(atPath: path)
            #expect(files.createFile(atPath: path, contents: nil))
            try expectRefusal("no directory", path) { _ = try directory(parent) }
            try files.removeItem(atPath: path)
            try files.createDirectory(atPath: path, withIntermediateDirectories: false)
            try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
            try expectRefusal("another user", path) { try RuntimeDirectory.ensurePrivate(path, user: geteuid() + 1) }
        }
    }

    private func expectRefusal(_ why: String, _ path: String, _ body: () throws -> Void) throws {
        let failure = try #require(#expect(throws: Failure.self) { try body() })
        #expect(failure.kind == .permission && failure.why?.contains(why) == true, "\(failure)")
        #expect(failure.remedy?.contains("ls -ld \(path)") == true)
    }

    @Test func everySocketFitsUnderTheLimit() throws {
        // The longest parent that is taken.
        for length in [1, 20, 56] {
            try withDirectory(String(repeating: "p", count: length)) { parent in
                let base = try directory(parent, temporary: "/tmp")
                for text in [
                    "far", "alice@10.0.0.5:2222", "a-user@a-rather.long.name.example.com:22222", "[fd00::1]:22",
                    String(repeating: "u", count: 128) + "@" + String(repeating: "h", count: 255) + ":65535",
                ] {
                    for query in ["", "?keyfile=/root/key", "?socket=/run/user/1000/libvirt/libvirt-sock"] {
                        let uri = try HostURI(SSHDestination(text).uri().text + query)
                        let route = try #require(try SSHRoute(uri))
                        let folder = LoginFolder(route, in: base)
                        let suffix = ".0123456789abcdef"
                        #expect((folder.control + suffix).utf8.count <= 107, "\(folder.path)")
                        #expect(folder.socket(route.service).utf8.count <= 107, "\(folder.path)")
                        #expect(
                            folder.path.hasPrefix(base.path + "/")
                                && !folder.path.dropFirst(base.path.count + 1).contains("/"))
                    }
                }
                if base.path != "\(parent)/roost" { try FileManager.default.removeItem(atPath: base.path) }
            }
        }
    }

    @Test func aFoldersNameCanBeRead() throws {
        try withDirectory { parent in
            let base = try directory(parent)
            let route = try #require(try SSHRoute(HostURI("qemu+ssh://alice@10.0.0.5:2222/system")))
            #expect(LoginFolder(route, in: base).path == "\(base.path)/alice@10.0.0.5:2222")
        }
    }

    @Test func oneAtATimeHoldsTheLock() async throws {
        let path = "/tmp/roost-lock-\(UInt32.random(in: 0..<1_000_000))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        @Sendable func lock(within limit: Duration? = nil) async throws(Failure) -> FileLock {
            try await FileLock(
                path, within: limit, task: "Cannot go on", taken: Failure(.timeout, "Cannot go on", why: "it is taken"))
        }
        let first = try await lock()
        let second = Task { try await lock() }
        let third = Task { try await lock() }
        third.cancel()
        let refused = await #expect(throws: Failure.self) { try await lock(within: .zero) }
        #expect(refused?.kind == .timeout)
        await #expect(throws: Failure.self) { try await third.value }
        first.release()
        try await second.value.release()
    }
}
