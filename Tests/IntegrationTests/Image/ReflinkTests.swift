import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Copies that share their blocks, on an xfs in a file that a host of `scripts/lab` mounts.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct ReflinkTests {
    private static let folder = "/var/lib/libvirt/t-shared"
    private static let size = 48 << 20

    @Test(.labLimit) func disksShareTheirBlocks() async throws {
        try await LabSlots.others.occupied {
            try await LabHosts.owned { hosts in
                try await LabClient.run { client in
                    let host = hosts[0]
                    guard try await Self.mount(host) else { return }
                    do {
                        try await disksShareTheirBlocks(host, client)
                    } catch {
                        try await Self.unmount(host)
                        throw error
                    }
                    try await Self.unmount(host)
                }
            }
        }
    }

    private func disksShareTheirBlocks(_ host: LabHost, _ client: LabClient) async throws {
        let far = ["--host", "root@\(host.name)"]
        let disk = "\(client.directory)/disk.raw"
        var content = TestDisk(length: Self.size)
        content.bytes.replaceSubrange(0..<512, with: repeatElement(0, count: 512))
        try Data(content.bytes).write(to: URL(filePath: disk))
        let words = "\(client.directory)/user-data"
        try Data("#cloud-config\n".utf8).write(to: URL(filePath: words))
        for line in [
            ["pool", "create", "t-shared", "--path", Self.folder, "--no-autostart"],
            ["image", "import", disk, "--name", "t-raw", "--pool", "t-shared"],
        ] {
            let done = try await client.roost(line + far)
            try #require(done.succeeded, "\(line): \(done)")
        }
        let made = try await client.roost(
            [
                "create", "t-one", "--image", "t-shared/t-raw@\(content.version).raw", "--copy", "reflink", "--disk",
                "pool=t-shared,format=raw", "--memory", "128", "--network", "none", "--graphics", "none", "--no-start",
                "--user-data", words,
            ] + far)
        #expect(made.succeeded && made.output.contains("reflink of"), "\(made)")
        try await expectSharing("t-one", true, host)

        for line in [
            ["volume", "upload", disk, "t-shared/t-base.raw"],
            [
                "create", "t-base", "--import", "--disk", "vol=t-shared/t-base.raw", "--memory", "128", "--network",
                "none",
                "--graphics", "none", "--no-start",
            ],
        ] {
            let done = try await client.roost(line + far)
            try #require(done.succeeded, "\(line): \(done)")
        }
        try await expectSharing("t-base", false, host)
        for copy in ["reflink", "auto"] {
            let cloned = try await client.roost(["clone", "t-base", "t-\(copy)", "--copy", copy] + far)
            #expect(cloned.succeeded && cloned.errors.contains("vda shares its blocks"), "\(cloned)")
        }
        let whole = try await client.roost(["clone", "t-base", "t-whole", "--copy", "full"] + far)
        #expect(whole.succeeded && whole.errors.contains("vda copied"), "\(whole)")
        for (name, isShared) in [("t-base", true), ("t-reflink", true), ("t-auto", true), ("t-whole", false)] {
            try await expectSharing(name, isShared, host)
        }
        for name in ["t-one", "t-base", "t-reflink", "t-auto", "t-whole"] {
            let deleted = try await client.roost(["delete", name, "--yes"] + far)
            #expect(deleted.succeeded, "\(deleted)")
        }
    }

    /// The file system's own word for it.
    private func expectSharing(_ name: String, _ isShared: Bool, _ host: LabHost) async throws {
        let files = try await host.succeeding("ls", Self.folder).split(separator: "\n").map(String.init)
        let file = try #require(files.first { $0.hasPrefix("\(name).") }, "\(files)")
        let extents = try await host.succeeding("filefrag", "-v", "\(Self.folder)/\(file)")
        #expect(extents.contains(",shared,") == isShared, "\(name): \(extents)")
    }

    /// - Returns: whether this computer can mount such a file system; where not, that is said.
    private static func mount(_ host: LabHost) async throws -> Bool {
        let image = "\(folder).img"
        let made = try await host.run(
            "sh", "-c",
            "mkdir -p \(folder) && truncate -s 512M \(image) && mkfs.xfs -q -m reflink=1 \(image) "
                + "&& mount -o loop \(image) \(folder) && chmod 711 \(folder)")
        if !made.succeeded {
            print("skipped: no file system that shares blocks can be mounted here: \(made)")
            try await host.succeeding("rm", "-rf", image, folder)
        }
        return made.succeeded
    }

    private static func unmount(_ host: LabHost) async throws {
        try await host.succeeding(
            "sh", "-c",
            "for machine in $(virsh list --all --name); do virsh undefine $machine; done; virsh pool-destroy t-shared; "
                + "virsh pool-undefine t-shared; umount \(folder) && rm -rf \(folder) \(folder).img")
    }
}
