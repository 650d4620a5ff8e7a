import RoostCore
import Testing

/// Servers that lie, stall and lead astray: nothing of theirs gets a name.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ImageTroubleTests {
    private typealias Page = ImageServer.Page

    @Test(.labLimit)
    func aLieAboutTheChecksumIsRefusedAndLeavesNothing() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            try await ImageServer.run { server in
                server["/disk"] = Page(TestDisk(seed: 1).bytes)
                let told = TestDisk(seed: 2).sha256
                let lie = try await lab.pull("\(server.address)/disk", into: pool, "--checksum", told)
                #expect(lie.failed(.general) && lie.errors.contains(told), "\(lie)")
                #expect(try pool.files == [])

                server["/SUMS"] = .text("\(told)  another.img\n")
                let unlisted = try await lab.pull(
                    "\(server.address)/disk", into: pool, "--checksum-file", "\(server.address)/SUMS")
                #expect(unlisted.failed(.notFound) && unlisted.errors.contains("lists no checksum"), "\(unlisted)")
                let bare = try await lab.pull("\(server.address)/disk", into: pool)
                #expect(bare.failed(.usage) && bare.errors.contains("--insecure-no-checksum"), "\(bare)")
                let unchecked = try await lab.pull("\(server.address)/disk", into: pool, "--insecure-no-checksum")
                #expect(unchecked.succeeded, "\(unchecked)")
            }
        }
    }

    @Test(.labLimit)
    func aServerThatStallsOrEndsEarlyIsGivenUp() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let disk = TestDisk(length: 600_000)
            try await ImageServer.run { server in
                var page = Page(disk.bytes)
                page.cuts = Array(repeating: 0, count: 20)
                server["/cut"] = page
                let cut = try await lab.pull("\(server.address)/cut", into: pool, "--checksum", disk.sha256)
                #expect(cut.failed(.unreachable) && cut.errors.contains("times in a row"), "\(cut)")
                page = Page(disk.bytes, tag: nil)
                page.stallsAfter = 200_000
                server["/stall"] = page
                let stalled = try await lab.pull(
                    "\(server.address)/stall", into: pool, "--checksum", disk.sha256, "--timeout", "1")
                #expect(stalled.failed(.unreachable), "\(stalled)")
                #expect(try pool.images.isEmpty)
            }
        }
    }

    @Test(.labLimit)
    func redirectsAreFewAndNeverLeadBack() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let disk = TestDisk(length: 200_000)
            try await ImageServer.run { server in
                server["/disk"] = Page(disk.bytes)
                server["/one"] = .redirect("/two")
                server["/two"] = .redirect("\(server.address)/disk")
                let led = try await lab.pull("\(server.address)/one", into: pool, "--checksum", disk.sha256)
                #expect(led.succeeded, "\(led)")
                server["/loop"] = .redirect("/pool")
                server["/pool"] = .redirect("/loop")
                for count in 0..<20 { server["/far\(count)"] = .redirect("/far\(count + 1)") }
                server["/file"] = .redirect("file:///etc/passwd")
                for (path, word) in [("loop", "circle"), ("far0", "more than 10 times"), ("file", "http and https")] {
                    let astray = try await lab.pull("\(server.address)/\(path)", into: pool, "--checksum", disk.sha512)
                    #expect(astray.failed(.unreachable) && astray.errors.contains(word), "\(path): \(astray)")
                }
                let gone = try await lab.pull("\(server.address)/gone", into: pool, "--checksum", disk.sha512)
                #expect(gone.failed(.notFound), "\(gone)")
            }
        }
    }

    /// What a server says of its answer is a stranger's word.
    @Test(
        .labLimit,
        arguments: [
            ["Content-Length: 99999999999999999999999"], ["Content-Length: -1"],
            ["Content-Length: 10", "Content-Length: 11"],
            ["Content-Length: 9000000000000000000"], ["Transfer-Encoding: chunked"],
            ["ETag: \"" + String(repeating: "a", count: 30_000) + "\""],
        ])
    func hostileHeadersEndInAnError(_ headers: [String]) async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let disk = TestDisk(length: 200_000)
            try await ImageServer.run { server in
                var page = Page(Array(disk.bytes.dropLast(5)))
                page.headers = headers
                server["/disk"] = page
                let result = try await lab.pull(
                    "\(server.address)/disk", into: pool, "--checksum", disk.sha256, "--timeout", "1")
                #expect(!result.succeeded, "\(result)")
                #expect(try pool.images.isEmpty)
            }
        }
    }

    @Test(.labLimit)
    func aProxyOfTheEnvironmentIsAsked() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let disk = TestDisk(length: 200_000)
            try await ImageServer.run { server in
                server["/disk"] = Page(disk.bytes)
                let command = [
                    "image", "pull", "http://images.invalid/disk", "--pool", pool.name, "--name", "disk", "--checksum",
                    disk.sha256,
                ]
                let done = try await lab.roost(command, environment: ["http_proxy": server.address, "no_proxy": ""])
                #expect(done.succeeded, "\(done)")
                #expect(server.requests.first?.path == "images.invalid:80")
            }
        }
    }
}
