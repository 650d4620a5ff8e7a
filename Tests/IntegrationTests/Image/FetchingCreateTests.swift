import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `create --image NAME` where the host does not have the image, on hosts of `scripts/lab`, whose image pools are new.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct FetchingCreateTests {
    private static let images = "/var/lib/libvirt/roost-images"

    private static func user(_ host: LabHost) -> String { "root@\(host.name)" }

    @Test(.labLimit) func anImageOfTheCatalogueIsFetchedOnce() async throws {
        try await world { host, client, server, create in
            // One that others can stand on.
            let file = "\(client.directory)/disk.qcow2"
            let created = try await Program.named("qemu-img").run(["create", "-q", "-f", "qcow2", file, "64M"])
            try #require(created.succeeded, "\(created)")
            var disk = TestDisk()
            disk.bytes = Array(try Data(contentsOf: URL(filePath: file)))
            server["/disk.img"] = .init(disk.bytes)
            server["/SHA256SUMS"] = .text("\(disk.sha256)  disk.img\n")
            let shown = try await client.roost(create("t-one") + ["--dry-run"])
            #expect(shown.failed(.notFound) && shown.errors.contains("roost image pull"), "\(shown)")
            #expect(server.requests.isEmpty)

            let made = try await client.roost(create("t-one"))
            #expect(made.succeeded && made.errors.contains("it is fetched from its publisher"), "\(made)")
            #expect(made.output.contains("overlay of") && made.output.contains("t-disk@\(disk.version)"), "\(made)")
            let image = "\(Self.images)/t-disk@\(disk.version).qcow2"
            #expect(try await host.succeeding("sha256sum", image).hasPrefix(disk.sha256))
            #expect(try await host.succeeding("virsh", "dumpxml", "t-one").contains("<roost:user>joe</roost:user>"))

            let second = try await client.roost(create("t-two"))
            #expect(second.succeeded && !second.errors.contains("fetched"), "\(second)")
            #expect(server.requests(of: "/disk.img").count == 1)
            try await client.succeeding("delete", "t-one", "t-two", "--yes", "--host", Self.user(host))
            try await client.succeeding("image", "delete", "t-disk", "--yes", "--host", Self.user(host))
        }
    }

    @Test(.labLimit) func whatCannotBeFetchedMakesNothing() async throws {
        try await world { host, client, server, create in
            let disk = TestDisk(length: 600_000)
            server["/disk.img"] = .init(disk.bytes)
            server["/SHA256SUMS"] = .text("\(TestDisk(seed: 2).sha256)  disk.img\n")
            let lie = try await client.roost(create("t-one"))
            #expect(!lie.succeeded && lie.errors.contains(disk.sha256), "\(lie)")
            var unknown = create("t-one")
            unknown[unknown.firstIndex(of: "t-disk") ?? 0] = "t-nowhere"
            let missing = try await client.roost(unknown)
            #expect(missing.failed(.notFound), "\(missing)")
            #expect(try await !host.succeeding("virsh", "list", "--all", "--name").contains("t-one"))
            #expect(try await !host.succeeding("sh", "-c", "ls -A \(Self.images) || true").contains("t-disk"))
        }
    }

    /// A host of the test's own, a catalogue with the image t-disk at a server, and the line that makes a machine of it.
    private func world(
        _ body: (LabHost, LabClient, ImageServer, (String) -> [String]) async throws -> Void
    ) async throws {
        try await LabSlots.others.occupied {
            try await LabHosts.owned { hosts in
                try await LabClient.run { client in
                    let host = hosts[0]
                    // This computer's end of the lab's bridge.
                    let here = try host.address.split(separator: ".").dropLast().joined(separator: ".") + ".1"
                    try await ImageServer.run(on: here) { server in
                        let settings = "\(client.directory)/config/roost"
                        try FileManager.default.createDirectory(atPath: settings, withIntermediateDirectories: true)
                        let place = "image: \(server.address)/disk.img, checksum: \(server.address)/SHA256SUMS"
                        try Data("images: {t-disk: {os: debian12, user: joe, x86_64: {\(place)}}}\n".utf8).write(
                            to: URL(filePath: "\(settings)/images.yaml"))
                        let key = "\(client.directory)/key.pub"
                        try Data("ssh-ed25519 \(String(repeating: "AAAA", count: 17)) joe\n".utf8).write(
                            to: URL(filePath: key))
                        try await body(host, client, server) { name in
                            [
                                "create", name, "--image", "t-disk", "--ssh-key", key, "--memory", "128", "--network",
                                "none", "--graphics", "none", "--no-start", "--host", Self.user(host),
                            ]
                        }
                    }
                }
            }
        }
    }
}
