import Testing

@testable import RoostCore

@Suite struct ImageReferenceTests {
    @Test func allFormsAreRead() throws {
        #expect(try ImageReference(parsing: "debian-12") == .image(name: "debian-12", version: nil))
        #expect(
            try ImageReference(parsing: "debian-12@0123456789ab") == .image(name: "debian-12", version: "0123456789ab"))
        #expect(try ImageReference(parsing: "pool/a b@c") == .volume(name: "a b@c", pool: "pool"))
        #expect(try ImageReference(parsing: "/a//b/./c") == .path("/a/b/c"))
    }

    @Test(arguments: [
        "", "@", "a@", "a@12", "a@0123456789AB", "a@0123456789abc", "-a", ".a", "a b", "a\nb", "../a", "a/..", "a/b/c",
        "é", "a@b@0123456789ab", String(repeating: "a", count: 129),
    ])
    func whatNamesNoImageIsRefused(_ text: String) {
        let failure = #expect(throws: Failure.self) { try ImageReference(parsing: text) }
        #expect(failure?.kind == .usage)
    }

    @Test func aVolumesNameStatesTheFormat() {
        let name = ImageVolumeName(of: "debian-12@0123456789ab.qcow2")
        #expect(name?.name == "debian-12" && name?.version == "0123456789ab" && name?.format == .qcow2)
        #expect(name?.text == "debian-12@0123456789ab.qcow2" && name?.record == "debian-12@0123456789ab.json")
        for other in [
            "debian-12.qcow2", "a@0123456789ab.vmdk", "a@0123456789ab.json", "@0123456789ab.raw", ".a@0123456789ab.raw",
        ] {
            #expect(ImageVolumeName(of: other) == nil, "\(other)")
        }
    }

    @Test(
        arguments: [
            ("/x/Debian 12.qcow2.xz", "Debian-12"), ("noble-server-cloudimg-amd64.img", "noble-server-cloudimg-amd64"),
            ("..qcow2", nil), ("disk.raw.gz", "disk"), ("日本.img", nil), ("https://m/a.img", "a"),
        ] as [(String, String?)])
    func aNameIsMadeOfAFile(_ file: String, _ name: String?) { #expect(ImageName.made(of: file) == name) }

    @Test func withOneSlashAKnownHostStandsInFront() {
        #expect(HostedName("lab/debian", .image, chosen: ["lab"]).host == "lab")
        #expect(HostedName("pool/debian", .image, chosen: ["lab"]).host == nil)
        #expect(HostedName("lab/pool/debian", .image).host == "lab")
        #expect(HostedName("/a/b", .image).host == nil)
    }
}
