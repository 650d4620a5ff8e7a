import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Looking into what only a host far away can read.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct FarLookTests {
    @Test(.labLimit) func volumesAndMachinesAreReadOverOneLogin() async throws {
        try await Lab.run { lab in
            let images = try LookImages(lab)
            try await images.makeSource()
            // Larger than what comes in one piece, and never twice the same.
            try await images.shell(
                """
                head -c 2500000 /dev/urandom >src/sub/large; \(LookImages.makers["ext4"] ?? "")
                qemu-img convert -O qcow2 ext4.raw base.qcow2
                """)
            try await LabHosts.owned { hosts in
                try await LabClient.run { client in
                    let host = hosts[0]
                    let logins = try host.logins
                    // May not read the files: libvirt does.
                    let place = "operator@\(host.name)"
                    let names = ["base", "over"].map { "\(lab.prefix)\($0)" }
                    let machine = "\(lab.prefix)far"
                    try await client.succeeding(
                        "volume", "upload", images.path("base.qcow2"), "default/\(names[0])", "--host", place)
                    try await client.succeeding(
                        "volume", "create", "default/\(names[1])", "--backing", "default/\(names[0])", "--host", place)
                    try await client.succeeding(
                        "create", machine, "--import", "--memory", "64", "--disk", "vol=default/\(names[1])",
                        "--network",
                        "none", "--graphics", "none", "--no-start", "--host", place)
                    for target in ["default/\(names[0])", "default/\(names[1])", machine] {
                        try await look(client, images, target, place)
                    }
                    // With its own disk.
                    try await client.succeeding("delete", machine, "--yes", "--host", place)
                    try await client.succeeding("volume", "delete", "default/\(names[0])", "--yes", "--host", place)
                    #expect(try host.logins - logins == 1)
                }
            }
            #expect(try await images.remains() == [])
        }
    }

    private func look(_ client: LabClient, _ images: LookImages, _ target: String, _ place: String) async throws {
        let shown = try await client.succeeding("image", "inspect", target, "--format", "json", "--host", place)
        let found = try JSONDecoder().decode(ImageInspection.self, from: Data(shown.output.utf8))
        #expect(found.system?.id == "test" && found.parts.map(\.fileSystem) == ["ext4"], "\(target)")
        let listed = try await client.succeeding("image", "ls", target, "/sub", "--quiet", "--host", place)
        #expect(listed.output == "deep\nlarge\nsuid\n", "\(target)")
        let read = try await client.succeeding("image", "cat", target, "/abs/file", "--host", place)
        #expect(read.output == "hello\n", "\(target)")
        try await client.succeeding("image", "copy-out", target, "/sub", images.path("copy"), "--host", place)
        #expect(
            try await images.shell("diff -r --no-dereference src/sub copy || true; rm -rf copy") == "", "\(target)")
    }
}
