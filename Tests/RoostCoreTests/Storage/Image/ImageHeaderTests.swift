import Testing

@testable import RoostCore

@Suite struct ImageHeaderTests {
    /// Puts numbers into a header, the most significant byte first.
    private static func bytes(_ count: Int, _ parts: [(Int, [UInt8])]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        for (offset, part) in parts { bytes.replaceSubrange(offset..<offset + part.count, with: part) }
        return bytes
    }

    @Test func qcow2WithABackingImage() {
        let name = Array("../base.img".utf8)
        let bytes = Self.bytes(
            4096,
            [
                (0, [0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3]), (8, [0, 0, 0, 0, 0, 0, 2, 0]), (16, [0, 0, 0, 11]),
                (24, [0, 0, 0, 0, 0x40, 0, 0, 0]), (100, [0, 0, 0, 112]),
                (112, [0x68, 0x03, 0xF8, 0x57, 0, 0, 0, 3]), (128, [0xE2, 0x79, 0x2A, 0xCA, 0, 0, 0, 3]),
                (136, Array("raw".utf8)), (512, name),
            ])
        let header = ImageHeader(bytes, length: 4096)
        #expect(header.format == "qcow2" && header.capacity == 1 << 30)
        #expect(header.backing == .init(path: "../base.img", format: "raw"))
    }

    @Test(arguments: [
        ("KDMV", "vmdk"), ("# Disk DescriptorFile", "vmdk"), ("conectix", "vpc"), ("vhdxfile", "vhdx"),
        ("QED\0", "qed"),
        ("hello", "raw"),
    ])
    func otherFormats(_ start: String, _ format: String) {
        #expect(ImageHeader(Array(start.utf8), length: 9).format == format)
    }

    @Test func whatAQCOW2ImageLeansOn() {
        func header(_ version: UInt8, _ parts: [(Int, [UInt8])], count: Int = 512) -> ImageHeader {
            let bytes = Self.bytes(count, [(0, [0x51, 0x46, 0x49, 0xFB, 0, 0, 0, version]), (23, [16])] + parts)
            return ImageHeader(bytes, length: UInt64(count))
        }
        let plain = header(3, [])
        #expect(plain.isSoundQCOW2 && !plain.hasBacking && !plain.hasDataFile && !plain.hasSnapshots)
        // An image that names no file at the place it gives is still one that leans on another.
        let nameless = header(3, [(15, [128])])
        #expect(nameless.hasBacking && nameless.backing == nil)
        #expect(header(3, [(79, [4])]).hasDataFile)
        // Version 2 has no such bits: there the image's own data may stand.
        #expect(!header(2, [(79, [4])]).hasDataFile)
        #expect(header(2, [(63, [1])]).hasSnapshots)
        #expect(header(2, [], count: 72).isSoundQCOW2)
        #expect(!header(2, [], count: 71).isSoundQCOW2)
        #expect(!header(1, []).isSoundQCOW2 && !header(4, []).isSoundQCOW2)
        #expect(!header(3, [(23, [8])]).isSoundQCOW2 && !header(3, [(23, [22])]).isSoundQCOW2)
        #expect(!header(3, [(24, [0x80])]).isSoundQCOW2)
    }

    /// With clusters of 2 MiB the name may stand far behind the bytes that are read first.
    @Test func aNameInALargeFirstCluster() throws {
        let offset = 2 * ImageHeader.wanted
        let file = try TemporaryFile(
            Self.bytes(
                offset + 8,
                [
                    (0, [0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3]), (13, [2]), (19, [8]),
                    (offset, Array("base.img".utf8)),
                ]))
        let header = try withExtendedLifetime(file) { try ImageHeader.read(file.path).header }
        #expect(header.backing?.path == "base.img")
    }

    @Test func rawIsAsLargeAsItsFile() {
        #expect(ImageHeader([], length: 12345) == ImageHeader([1, 2, 3], length: 12345))
        #expect(ImageHeader([], length: 12345).capacity == 12345)
    }

    /// Whatever stands in a header, reading it ends and stays in bounds.
    @Test func hostileHeaders() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            var bytes = (0..<Int.random(in: 0...600, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            if Bool.random(using: &generator), bytes.count >= 32 {
                bytes.replaceSubrange(0..<8, with: [0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3])
                bytes.replaceSubrange(8..<14, with: [0, 0, 0, 0, 0, 0])
                bytes.replaceSubrange(16..<19, with: [0, 0, 0])
            }
            let header = ImageHeader(bytes, length: UInt64(bytes.count))
            #expect((header.backing?.path.utf8.count ?? 0) <= 3 * 1023)
        }
    }
}
