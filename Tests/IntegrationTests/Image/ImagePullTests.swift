import Glibc
import RoostCore
import Testing

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ImagePullTests {
    @Test(.labLimit)
    func anImageOfTheCatalogueComesOnceAndAgainWhenItChanges() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let (first, second) = (TestDisk(seed: 1), TestDisk(seed: 2))
            try await ImageServer.run { server in
                server["/disk.img"] = .init(first.bytes)
                server["/SHA512SUMS"] = .text("\(first.sha512)  disk.img\n\(second.sha512)  other.img\n")
                let settings = "\(pool.directory)/roost"
                try Lab.makeDirectory(settings)
                _ = try pool.write(
                    Array(
                        """
                        images:
                          disk:
                            os: debian12
                            user: joe
                            x86_64: {image: \(server.address)/disk.img, checksum: \(server.address)/SHA512SUMS}
                        """.utf8), to: "roost/images.yaml")
                let home = ["XDG_CONFIG_HOME": pool.directory]
                let pull = ["image", "pull", "disk", "--arch", "x86_64", "--pool", pool.name]
                let came = try await lab.roost(pull, environment: home)
                #expect(came.succeeded && came.errors.contains("disk@\(first.version)"), "\(came)")
                #expect(try pool.bytes("disk@\(first.version).qcow2") == first.bytes)
                #expect(try pool.partials.isEmpty)
                let listed = try await lab.roost(["image", "list", "--pool", pool.name, "--format", "json"])
                for word in ["debian12", "joe", "x86_64", "sha512:\(first.sha512)"] {
                    #expect(listed.output.contains(word), "\(listed)")
                }

                let again = try await lab.roost(pull, environment: home)
                #expect(again.succeeded && again.errors.contains("is there already"), "\(again)")
                #expect(server.requests(of: "/disk.img").count == 1)

                server["/disk.img"] = .init(second.bytes, tag: "\"two\"")
                server["/SHA512SUMS"] = .text("\(second.sha512)  disk.img\n")
                let newer = try await lab.roost(pull, environment: home)
                #expect(newer.succeeded && newer.errors.contains(first.version), "\(newer)")
                #expect(try pool.images.count == 2)
                let info = try await lab.succeeding("image", "info", "disk", "--pool", pool.name)
                #expect(info.output.contains(second.version), "\(info)")
            }
        }
    }

    @Test(.labLimit)
    func aTransferThatIsCutGoesOnWhereItEnded() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let disk = TestDisk()
            try await ImageServer.run { server in
                var page = ImageServer.Page(disk.bytes)
                page.cuts = [500_000, 700_000]
                server["/disk"] = page
                let done = try await lab.pull(
                    "\(server.address)/disk", into: pool, "--checksum", "sha256:\(disk.sha256)")
                #expect(done.succeeded, "\(done)")
                #expect(try pool.bytes("disk@\(disk.version).qcow2") == disk.bytes)
                let ranges = server.requests.map(\.range)
                #expect(ranges.count == 3 && ranges[0] == nil && !ranges.dropFirst().contains(nil), "\(ranges)")
            }
        }
    }

    @Test(.labLimit, arguments: [SIGINT, SIGKILL])
    func aLaterPullGoesOnWithWhatAStoppedOneHasLeft(_ signal: Int32) async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let disk = TestDisk()
            try await ImageServer.run { server in
                var page = ImageServer.Page(disk.bytes)
                page.stallsAfter = 2_500_000
                server["/disk"] = page
                let command = [
                    "--host", Lab.uri, "image", "pull", "\(server.address)/disk", "--name", "disk", "--pool",
                    pool.name, "--checksum", disk.sha256,
                ]
                try await Program.roost.cutOff(command, by: signal) {
                    while try pool.partials.count < 2 || pool.largestPartial < 1_000_000 {
                        try await Task.sleep(for: .milliseconds(5))
                    }
                }
                #expect(try pool.images.isEmpty)
                #expect(try !pool.partials.isEmpty)
                server["/disk"] = .init(disk.bytes)
                let done = try await lab.roost(command)
                #expect(done.succeeded, "\(done)")
                #expect(server.requests.last?.range != nil, "\(server.requests)")
                #expect(try pool.bytes("disk@\(disk.version).qcow2") == disk.bytes)
                #expect(try pool.partials == [])
            }
        }
    }

    @Test(.labLimit, arguments: [true, false])
    func whatHasChangedMeanwhileOrKnowsNoRangesBeginsAnew(_ isChanged: Bool) async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let (old, disk) = (TestDisk(seed: 1), TestDisk(seed: isChanged ? 2 : 1))
            try await ImageServer.run { server in
                var page = ImageServer.Page(old.bytes)
                page.cuts = [400_000]
                var next = ImageServer.Page(disk.bytes, tag: isChanged ? "\"two\"" : "\"one\"")
                next.ignoresRange = !isChanged
                page.next = [next]
                server["/disk"] = page
                let done = try await lab.pull("\(server.address)/disk", into: pool, "--checksum", disk.sha512)
                #expect(done.succeeded, "\(done)")
                #expect(try pool.bytes("disk@\(disk.version).qcow2") == disk.bytes)
            }
        }
    }

    @Test(.labLimit)
    func aPackedImageIsUnpackedOnItsWay() async throws {
        try await Lab.run { lab in
            let pool = try await lab.imagePool()
            let disk = TestDisk()
            let file = try pool.write(disk.bytes, to: "disk.qcow2")
            for (program, ending) in [("xz", "xz"), ("gzip", "gz"), ("zstd", "zst"), ("bzip2", "bz2")] {
                let packed = try await Program.named(program).run(["-k", "-1", file])
                guard packed.succeeded else { throw LabError(what: "\(program): \(packed)") }
                let bytes = try pool.content(of: "disk.qcow2.\(ending)")
                try await ImageServer.run { server in
                    var page = ImageServer.Page(bytes)
                    page.cuts = [300_000]
                    server["/disk.\(ending)"] = page
                    let done = try await lab.roost(
                        [
                            "image", "pull", "\(server.address)/disk.\(ending)", "--name", "by-\(program)", "--pool",
                            pool.name, "--checksum", TestDisk.digest(of: bytes),
                        ])
                    #expect(done.succeeded, "\(program): \(done)")
                    #expect(try pool.bytes("by-\(program)@\(disk.version).qcow2") == disk.bytes)
                }
            }
        }
    }
}
