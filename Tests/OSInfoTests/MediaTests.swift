import FoundationEssentials
import OSInfo
import Testing

@Suite struct MediaTests {
    /// The volume descriptors of an ISO 9660 image, which are all that identification reads. There is no directory in
    /// it: libosinfo's own reader hangs on such an image when it is not bootable.
    private func image(volumeID: String, publisher: String = "", isBootable: Bool = true) -> Data {
        let sector = 2048
        var primary = [UInt8](repeating: 0, count: sector)
        func put(_ text: String, at offset: Int, length: Int) {
            let padded = Array(text.utf8.prefix(length)) + Array(repeating: UInt8(ascii: " "), count: length)
            primary.replaceSubrange(offset..<offset + length, with: padded.prefix(length))
        }
        primary[0] = 1
        primary[6] = 1
        put("CD001", at: 1, length: 5)
        put("", at: 8, length: 32)
        put(volumeID, at: 40, length: 32)
        put(publisher, at: 318, length: 128)
        put("", at: 574, length: 128)
        var boot = [UInt8](repeating: 0, count: sector)
        if isBootable {
            boot.replaceSubrange(1..<6, with: "CD001".utf8)
            boot[6] = 1
            boot.replaceSubrange(7..<30, with: "EL TORITO SPECIFICATION".utf8)
        } else {
            boot[0] = 255
            boot.replaceSubrange(1..<6, with: "CD001".utf8)
        }
        return Data(
            [UInt8](repeating: 0, count: 16 * sector) + primary + boot + [UInt8](repeating: 0, count: 8 * sector))
    }

    private func identify(_ data: Data) throws -> InstallMedia {
        let path = FileManager.default.temporaryDirectory.path + "/roost-media-\(UUID().uuidString).iso"
        try data.write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try OSDatabase.load().identify(iso: path)
    }

    @Test func debianInstaller() throws {
        let media = try identify(image(volumeID: "Debian 11.5.0 amd64 n"))
        #expect(media.operatingSystem?.shortID == "debian11")
        #expect(media.architecture == "x86_64")
        #expect(media.volumeID == "Debian 11.5.0 amd64 n")
        #expect(media.kernelPath == "install.amd/vmlinuz")
        #expect(media.initrdPath == "install.amd/initrd.gz")
        #expect(media.isBootable)
        #expect(!media.isLive)
    }

    /// As when the image lies on another computer.
    @Test func theFirstBytesAreEnough() throws {
        let head = Array(image(volumeID: "Debian 11.5.0 amd64 n").prefix(64 << 10))
        let media = try #require(try OSDatabase.load().identify(head: head))
        #expect(media.operatingSystem?.shortID == "debian11")
        #expect(!media.isGuessed)
        #expect(try OSDatabase.load().identify(head: [UInt8](repeating: 0, count: 64 << 10)) == nil)
        #expect(try OSDatabase.load().identify(head: Array(head.prefix(35 << 10))) == nil)
    }

    @Test(arguments: [
        ("Debian 99.1.0 amd64 n", "debian"), ("Ubuntu-Server 99.04 LTS amd64", "ubuntu"),
        ("Fedora-S-dvd-x86_64-99", "fedora"),
    ])
    func aReleaseNewerThanTheDatabaseIsKnownByItsName(_ volume: String, _ distribution: String) throws {
        let media = try #require(try OSDatabase.load().identify(head: Array(image(volumeID: volume))))
        #expect(media.operatingSystem?.distribution == distribution)
        // The database itself has a release "unknown" for Fedora.
        #expect(media.isGuessed == (distribution != "fedora"))
    }

    @Test func anUnknownWindowsGetsWhatTheNewestWants() throws {
        let bytes = Array(image(volumeID: "NEW", publisher: "MICROSOFT CORPORATION, ONE MICROSOFT WAY"))
        #expect(try OSDatabase.load().identify(head: bytes)?.operatingSystem?.family == "winnt")
    }

    @Test(arguments: ["", "Debian", "Debian x", "MT86PLUS_64", "Fedora-64", "99 Debian", "debian ${x}", "rhel-"])
    func aNameThatSaysNothingLeadsNowhere(_ volume: String) throws {
        #expect(try OSDatabase.load().identify(head: Array(image(volumeID: volume)))?.operatingSystem == nil)
    }

    @Test func unknownImageHasNoSystem() throws {
        let media = try identify(image(volumeID: "cidata", isBootable: false))
        #expect(media.operatingSystem == nil)
        #expect(media.volumeID == "cidata")
        #expect(!media.isBootable)
    }

    @Test func hostileVolumeNamesAreOnlyData() throws {
        let media = try identify(image(volumeID: "\u{1b}]0;x\u{7}$(id)", publisher: String(repeating: "(", count: 500)))
        #expect(media.operatingSystem == nil)
    }

    @Test(arguments: [0, 1, 4096, 200_000])
    func fileThatIsNoImageIsRefused(size: Int) throws {
        #expect {
            try identify(Data(repeating: 0x41, count: size))
        } throws: { error in
            if case OSDatabaseError.notAnISO = error { true } else { false }
        }
    }

    @Test(arguments: ["/nonexistent/x.iso", "/tmp", "/dev/zero", "/dev/null\0.iso", "http://example.org/x.iso"])
    func onlyRegularFilesAreOpened(path: String) throws {
        #expect {
            try OSDatabase.load().identify(iso: path)
        } throws: { error in
            if case OSDatabaseError.cannotOpen(path: path, reason: _) = error { true } else { false }
        }
    }
}
