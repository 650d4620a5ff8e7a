import Testing

@testable import RoostCore

@Suite struct ImageCatalogueTests {
    /// What the project promises to know, and where there is no image for an architecture.
    private static let wanted = [
        "debian-12", "debian-13", "debian-sid", "ubuntu-22.04", "ubuntu-24.04", "fedora-43", "centos-stream-9",
        "centos-stream-10", "alma-9", "alma-10", "rocky-9", "rocky-10", "opensuse-leap-15.6", "opensuse-tumbleweed",
        "arch", "alpine-3.22",
    ]

    @Test(arguments: wanted) func theCatalogueKnows(_ name: String) throws {
        let entry = try ImageCatalogue([], own: ImageCatalogue.builtIn()).entry(name)
        #expect(entry.os != nil && entry.user != nil && entry.title != name)
        for architecture in CatalogueEntry.architectures {
            // Arch Linux has no image of its own for any other.
            guard name != "arch" || architecture == "x86_64" else { continue }
            let offer = try entry.offer(for: architecture)
            let (image, checksum) = (try ImageAddress(offer.image), try ImageAddress(offer.checksum))
            #expect(image.isSecure && checksum.isSecure)
            #expect(image.file.hasSuffix(".qcow2") || image.file.hasSuffix(".img"))
            let other = architecture == "x86_64" ? ["aarch64", "arm64"] : ["x86_64", "amd64"]
            #expect(!other.contains { offer.image.contains($0) || offer.checksum.contains($0) }, "\(offer)")
            let pull = try ImagePull(entry, architecture: architecture)
            #expect(pull.record.architecture == architecture && pull.record.user == entry.user)
        }
    }

    @Test func addressesAreThereOnce() throws {
        let addresses = try ImageCatalogue.builtIn().flatMap { $0.offers.values.map(\.image) }
        #expect(Set(addresses).count == addresses.count)
    }

    @Test func aPersonsOwnEntriesAddAndReplace() throws {
        let own = try read(
            """
            images:
              debian-12: {user: me, x86_64: {image: http://mine/d.img, checksum: http://mine/SUMS}}
              own: {checksums: bsd, aarch64: {image: https://mine/o.img, checksum: https://mine/CHECKSUM}}
            """)
        let catalogue = ImageCatalogue(try ImageCatalogue.builtIn(), own: own)
        #expect(try catalogue.entry("debian-12").user == "me")
        #expect(try catalogue.entry("own").checksums == .bsd)
        #expect(try catalogue.entry("debian-13").user == "debian")
        #expect(throws: Failure.self) { try catalogue.entry("own").offer(for: "x86_64") }
        let near = #expect(throws: Failure.self) { try catalogue.entry("debain-13") }
        #expect(near?.remedy?.contains("debian-13") == true)
    }

    @Test(arguments: [
        "other: {}", "images: [a]", "images: {a: {}}", "images: {'../a': {}}",
        "images: {a: {x86_64: {image: https://m/a}}}",
        "images: {a: {x86_64: {image: 'file:///etc/passwd', checksum: https://m/b}}}",
        "images: {a: {x86_64: {image: 'https://u:p@m/a', checksum: https://m/b}}}",
        "images: {a: {user: '-oProxyCommand=x', x86_64: {image: https://m/a, checksum: https://m/b}}}",
        "images: {a: {checksums: md5, x86_64: {image: https://m/a, checksum: https://m/b}}}",
        "images: {a: {riscv64: {image: https://m/a, checksum: https://m/b}}}", "images: {a: &x {}, b: *x}",
    ])
    func whatIsWrongIsRefused(_ text: String) {
        let failure = #expect(throws: Failure.self) { try read(text) }
        #expect(failure?.kind == .usage)
    }

    private func read(_ text: String) throws -> [CatalogueEntry] { try ImageCatalogue.read(text, path: "images.yaml") }
}
